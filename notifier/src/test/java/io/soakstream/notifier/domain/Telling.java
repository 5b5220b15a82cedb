package io.soakstream.notifier.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run that is told of, step by step. */
final class Telling {
    private final RunRules rules;
    private Optional<RunState> state = Optional.empty();
    private long nowMs = Verdicts.timeMs(0);

    Telling(Maintenance... windows) {
        this.rules = new RunRules(TellingRules.defaults(), List.of(windows));
    }

    Telling at(long clockMs) {
        nowMs = clockMs;
        return this;
    }

    /** What the transitions route gets. */
    List<Candidate> on(VerdictFacts... verdicts) {
        return candidates(Profile.TRANSITIONS, verdicts);
    }

    List<Candidate> linesOn(VerdictFacts... verdicts) {
        return candidates(Profile.FAIL_WARN_ONLY, verdicts);
    }

    private List<Candidate> candidates(Profile profile, VerdictFacts... verdicts) {
        List<Candidate> all = new ArrayList<>();
        for (VerdictFacts verdict : verdicts) {
            Step step = rules.on(state, verdict, nowMs);
            state = step.next();
            all.addAll(step.candidates());
        }
        return all.stream().filter(candidate -> candidate.profile() == profile).toList();
    }

    List<Candidate> on(ApplicationFacts application) {
        Step step = rules.on(state, application, nowMs);
        state = step.next();
        return step.candidates();
    }

    Optional<RunState> state() {
        return state;
    }

    static List<Event> leads(List<Candidate> candidates) {
        return candidates.stream().map(candidate -> candidate.notice().lead()).toList();
    }

    static ApplicationFacts command(CommandFacts.Kind kind, Optional<Long> expiresAtMs) {
        CommandFacts command = new CommandFacts("c1", kind, "silence", "alice", "venue maintenance", expiresAtMs);
        return new ApplicationFacts(
                "c1",
                "mm",
                "nightly",
                Optional.empty(),
                Verdicts.timeMs(1),
                ApplicationFacts.Outcome.ACKNOWLEDGED,
                List.of(),
                Optional.of(command));
    }

    static ApplicationFacts stuck() {
        return new ApplicationFacts(
                "d4",
                "mm",
                "nightly",
                Optional.of(4),
                Verdicts.timeMs(6),
                ApplicationFacts.Outcome.STUCK,
                List.of(),
                Optional.empty());
    }
}
