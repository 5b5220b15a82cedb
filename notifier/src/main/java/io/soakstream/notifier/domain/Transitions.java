package io.soakstream.notifier.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What has changed with a verdict. */
final class Transitions {
    private Transitions() {}

    /** @param newRun nothing was known of the run */
    static List<Event> first(VerdictFacts verdict, boolean newRun) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        add(events, Event.RUN_STARTED, newRun);
        add(events, Event.VERDICT_CHANGED, verdict.level().isBad());
        add(events, Event.STALLED, verdict.stalled());
        add(events, Event.FREEZE_READY, verdict.freezeReady());
        add(events, Event.RUN_ENDED, verdict.last());
        return List.copyOf(events);
    }

    /** In the order of {@link Event}, so that the most important leads. */
    static List<Event> between(PolicyState before, VerdictFacts verdict, FlapState flap) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        boolean changed = before.level() != verdict.level();
        boolean better = isRecovery(before.level(), verdict.level());
        add(events, Event.RECOVERED, changed && better);
        add(events, Event.VERDICT_CHANGED, changed && !better);
        add(events, Event.STALLED, verdict.stalled() && !before.stalled());
        add(events, Event.RESUMED, before.stalled() && !verdict.stalled() && !verdict.last());
        add(events, Event.FREEZE_READY, verdict.freezeReady() && !before.freezeReady());
        add(events, Event.FREEZE_READY_LOST, before.freezeReady() && !verdict.freezeReady());
        add(events, Event.FLAPPING, flap.flapping() && !before.flapping());
        add(events, Event.SETTLED, before.flapping() && !flap.flapping());
        add(events, Event.RUN_ENDED, verdict.last());
        return List.copyOf(events);
    }

    /**
     * What people have not been told of while it was muted, and still holds.
     *
     * @param told as they know it
     * @param anything whether they know anything
     */
    static List<Event> owed(PolicyState told, boolean anything, VerdictFacts verdict) {
        Set<Event> events = EnumSet.noneOf(Event.class);
        boolean changed = anything && told.level() != verdict.level();
        boolean better = changed && isRecovery(told.level(), verdict.level());
        boolean urges = verdict.level().isBad() || verdict.stalled();
        add(events, Event.RECOVERED, better);
        add(events, Event.VERDICT_CHANGED, !better && (changed || urges));
        add(events, Event.FREEZE_READY, verdict.freezeReady() && !(anything && told.freezeReady()));
        add(events, Event.FREEZE_READY_LOST, anything && told.freezeReady() && !verdict.freezeReady());
        return List.copyOf(events);
    }

    /** That there is no data any more is no recovery. */
    private static boolean isRecovery(Level before, Level now) {
        return before.isBad() && (now == Level.PASS || now == Level.WARN && before == Level.FAIL);
    }

    /** The worst of what the events mean. */
    static Severity severity(List<Event> events, Optional<Level> level) {
        return events.stream()
                .map(event -> severity(event, level))
                .min(Severity::compareTo)
                .orElse(Severity.INFO);
    }

    private static Severity severity(Event event, Optional<Level> level) {
        Severity ofLevel = level.map(Severity::of).orElse(Severity.INFO);
        return switch (event) {
            case REMINDER, RUN_ENDED, LINE, GATE -> ofLevel;
            // That nothing can be said any more is worth a look.
            case VERDICT_CHANGED -> level.equals(Optional.of(Level.INCONCLUSIVE)) ? Severity.WARNING : ofLevel;
            case ROLLBACK, STALLED, STUCK, FLAPPING, FREEZE_READY_LOST -> Severity.WARNING;
            case RECOVERED, RESUMED, SETTLED, FREEZE_READY, RUN_STARTED, COMMAND, PROGRESS, TEST -> Severity.INFO;
        };
    }

    private static void add(Set<Event> events, Event event, boolean happened) {
        if (happened) {
            events.add(event);
        }
    }
}
