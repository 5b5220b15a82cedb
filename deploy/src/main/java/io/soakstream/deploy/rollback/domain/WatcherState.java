package io.soakstream.deploy.rollback.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the watcher must not forget. Immutable.
 *
 * @param incidents that were taken up, by their identity, the eldest first; at most 10,000 are kept
 * @param rollbacks time of the latest rollback of each run
 */
public record WatcherState(Map<String, Incident> incidents, SortedMap<String, Instant> rollbacks) {
    static final int MAX_INCIDENTS = 10_000;

    public WatcherState {
        incidents = Collections.unmodifiableMap(new LinkedHashMap<>(incidents));
        rollbacks = Collections.unmodifiableSortedMap(new TreeMap<>(rollbacks));
    }

    public static WatcherState empty() {
        return new WatcherState(Map.of(), new TreeMap<>());
    }

    public Optional<Incident> incident(String identity) {
        return Optional.ofNullable(incidents.get(identity));
    }

    /** Of a run; a clock that went back does not shorten it. */
    boolean isCooling(String target, Instant now, Duration cooldown) {
        Instant last = rollbacks.get(target);
        return last != null && now.isBefore(last.plus(cooldown));
    }

    /** An incident that people are told of. */
    WatcherState take(String identity, String target, Instant now) {
        return with(identity, Incident.begin(target, now), rollbacks);
    }

    /** An incident of which a run is rolled back. */
    WatcherState rollBack(String identity, String target, Instant now) {
        SortedMap<String, Instant> times = new TreeMap<>(rollbacks);
        times.put(target, now);
        return with(identity, Incident.begin(target, now), times);
    }

    /** An action of an incident has succeeded. */
    public WatcherState done(String identity, String action) {
        return with(identity, incidents.get(identity).with(action), rollbacks);
    }

    /** Nothing of an incident is left to do. */
    public WatcherState complete(String identity) {
        return with(identity, incidents.get(identity).completed(), rollbacks);
    }

    private WatcherState with(String identity, Incident incident, SortedMap<String, Instant> times) {
        Map<String, Incident> more = new LinkedHashMap<>(incidents);
        more.put(identity, incident);
        if (more.size() > MAX_INCIDENTS) {
            more.remove(more.keySet().iterator().next());
        }
        return new WatcherState(more, times);
    }
}
