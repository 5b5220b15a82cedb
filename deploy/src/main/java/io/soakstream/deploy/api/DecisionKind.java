package io.soakstream.deploy.api;

import io.soakstream.schemas.contract.TuningDecision;
import java.util.function.Predicate;

/** What a decision is about. */
enum DecisionKind {
    START(decision -> decision.getRunStarted() != null && decision.getIterationSummary() == null),
    ITERATION(decision -> decision.getIterationSummary() != null),
    COMMAND(decision -> decision.getControlCommand() != null),
    TICK(decision -> decision.getTick() != null),
    END(decision -> decision.getRunEnded() != null);

    private final Predicate<TuningDecision> test;

    DecisionKind(Predicate<TuningDecision> test) {
        this.test = test;
    }

    boolean isOf(TuningDecision decision) {
        return test.test(decision);
    }
}
