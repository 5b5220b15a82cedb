package io.soakstream.notifier.domain;

import java.util.List;
import java.util.Optional;

/** The rules of telling: a run's state and one record in, its next state and what is told out. */
public final class RunRules {
    private final VerdictSteps verdicts;
    private final ApplicationSteps applications;

    public RunRules(TellingRules rules, List<Maintenance> windows) {
        MuteRules mute = new MuteRules(windows);
        this.verdicts = new VerdictSteps(rules, mute);
        this.applications = new ApplicationSteps(mute);
    }

    /**
     * A verdict.
     *
     * @param run what is known of its run; empty: nothing
     * @param nowMs time of the notifier, for silences and windows alone (ms since 1970-01-01 UTC)
     */
    public Step on(Optional<RunState> run, VerdictFacts verdict, long nowMs) {
        if (!verdict.tellable()) {
            // A recording or replay: whatever was held for it is never told.
            return Step.forget();
        }
        return verdicts.on(run.orElseGet(RunState::unknown), verdict, nowMs);
    }

    /** What became of a delta or a command; the same arguments. */
    public Step on(Optional<RunState> run, ApplicationFacts application, long nowMs) {
        boolean matters = application.outcome() == ApplicationFacts.Outcome.STUCK
                || application.outcome() == ApplicationFacts.Outcome.ACKNOWLEDGED;
        if (!matters) {
            return new Step(run, List.of(), Optional.empty());
        }
        return applications.on(run.orElseGet(RunState::unknown), application, nowMs);
    }
}
