package io.soakstream.deploy.rollback.domain;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One alert as Alertmanager tells it.
 *
 * @param fingerprint of its labels
 * @param startsAt since when it fires, as text; with the fingerprint it is the incident
 * @param firing else it is resolved
 */
public record Alert(
        String name,
        String fingerprint,
        String startsAt,
        boolean firing,
        SortedMap<String, String> labels,
        SortedMap<String, String> annotations) {
    public Alert {
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }

    /** The same for every repetition of the alert, and another when it fires again. */
    public String incident() {
        return fingerprint + "@" + startsAt;
    }

    /** Run key of the run that it is about; empty: its labels do not say. */
    public Optional<String> run() {
        return labels.containsKey("bot") && labels.containsKey("run")
                ? Optional.of(labels.get("bot") + ":" + labels.get("run"))
                : Optional.empty();
    }
}
