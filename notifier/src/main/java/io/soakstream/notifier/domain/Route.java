package io.soakstream.notifier.domain;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one receiver is told.
 *
 * @param policies which policies' verdicts; what is about the run as a whole passes
 * @param volumes by event, where they differ from the defaults
 */
public record Route(
        String receiver,
        Profile profile,
        Glob bots,
        Glob runs,
        Glob policies,
        Severity least,
        Map<Event, Volume> volumes) {
    /** That a run begins or is commanded is worth a look, but no sound. */
    private static final Map<Event, Volume> DEFAULTS =
            Map.of(Event.RUN_STARTED, Volume.SILENT, Event.COMMAND, Volume.SILENT, Event.SETTLED, Volume.SILENT);

    public Route {
        Map<Event, Volume> copy = new EnumMap<>(Event.class);
        copy.putAll(volumes);
        volumes = Collections.unmodifiableMap(copy);
    }

    /** Everything that changes, to one receiver. */
    public static Route everything(String receiver) {
        return new Route(receiver, Profile.TRANSITIONS, Glob.ANY, Glob.ANY, Glob.ANY, Severity.INFO, Map.of());
    }

    boolean takes(Candidate candidate) {
        Notice notice = candidate.notice();
        return candidate.profile() == profile
                && bots.matches(notice.bot())
                && runs.matches(notice.run())
                && notice.policy().map(policies::matches).orElse(true);
    }

    /** How the receiver is told of a notice that it takes. */
    Planned plan(Notice notice, Optional<SkipReason> muted) {
        Volume volume = volume(notice.events());
        Optional<SkipReason> skipped = muted.or(() ->
                        notice.severity().isAtLeast(least) ? Optional.empty() : Optional.of(SkipReason.BELOW_SEVERITY))
                .or(() -> volume == Volume.OFF ? Optional.of(SkipReason.TURNED_OFF) : Optional.empty());
        return new Planned(receiver, notice, volume == Volume.SILENT, skipped);
    }

    private Volume volume(List<Event> events) {
        return events.stream()
                .map(event -> volumes.getOrDefault(event, DEFAULTS.getOrDefault(event, Volume.ON)))
                .reduce(Volume::louder)
                .orElse(Volume.ON);
    }
}
