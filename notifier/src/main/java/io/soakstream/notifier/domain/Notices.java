package io.soakstream.notifier.domain;

import io.soakstream.schemas.canonical.Sha256;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes notices. */
public final class Notices {
    private static final int ID_LENGTH = 32;

    private Notices() {}

    /**
     * A notice about a verdict.
     *
     * @param before what was known of the policy
     * @param run as it was before
     */
    static Notice of(
            List<Event> events, VerdictFacts verdict, Optional<PolicyState> before, RunState run, TellingRules rules) {
        Optional<Level> level = Optional.of(verdict.level());
        return new Notice(
                id(verdict.id(), events),
                verdict.id(),
                events,
                Transitions.severity(events, level),
                verdict.bot(),
                verdict.run(),
                Optional.of(verdict.policy()),
                Optional.of(verdict.iteration()),
                verdict.eventTimeMs(),
                level,
                before.map(PolicyState::level),
                before.map(PolicyState::sinceIteration),
                before.map(PolicyState::sinceMs),
                Optional.of(verdict.line().line(verdict.level())),
                verdict.figures(),
                verdict.guards(),
                verdict.lastDelta(),
                Optional.of(verdict.verification()),
                verdict.freezeReady(),
                verdict.missing(),
                verdict.reasons(),
                notes(events, run, rules),
                standings(verdict.policy(), run),
                List.of(),
                remindAt(verdict, rules),
                verdict.runKey() + "|" + verdict.fingerprint());
    }

    /** A notice of what a gate came to by one policy, which it alone speaks of. */
    public static Notice ofGate(VerdictFacts verdict, TellingRules rules) {
        return of(List.of(Event.GATE), verdict, Optional.empty(), RunState.unknown(), rules);
    }

    private static List<String> notes(List<Event> events, RunState run, TellingRules rules) {
        Stream<String> flapping = events.contains(Event.FLAPPING)
                ? Stream.of("flapping: " + rules.flapChanges() + " changes in " + Durations.words(rules.flapWindowMs())
                        + " or less; only a move to FAIL is told until it settles")
                : Stream.empty();
        Stream<String> acknowledged =
                run.acknowledgement().stream().map(by -> "acknowledged by " + by.actor() + ": " + by.reason());
        return Stream.concat(flapping, acknowledged).toList();
    }

    private static List<String> standings(String policy, RunState run) {
        return run.policies().entrySet().stream()
                .filter(entry -> !entry.getKey().equals(policy))
                .map(entry -> entry.getKey() + ": " + entry.getValue().level() + " since iteration "
                        + entry.getValue().sinceIteration())
                .toList();
    }

    private static Optional<Long> remindAt(VerdictFacts verdict, TellingRules rules) {
        boolean urges = !verdict.last() && (verdict.level().isBad() || verdict.stalled());
        return urges ? Optional.of(verdict.eventTimeMs() + rules.repeatIntervalMs()) : Optional.empty();
    }

    /** A notice about a delta or a command. */
    static Notice of(Event event, ApplicationFacts application, List<String> notes) {
        List<Event> events = List.of(event);
        return new Notice(
                id(application.id() + "|" + application.outcome(), events),
                application.id(),
                events,
                Transitions.severity(events, Optional.empty()),
                application.bot(),
                application.run(),
                Optional.empty(),
                application.iteration(),
                application.eventTimeMs(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                notes,
                List.of(),
                List.of(),
                Optional.empty(),
                application.runKey() + "|" + event.word() + "|" + application.id());
    }

    /** The same record never tells two things in one notice's name. */
    private static String id(String source, List<Event> events) {
        return Sha256.hex(source + "|" + events).substring(0, ID_LENGTH);
    }
}
