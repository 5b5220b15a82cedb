package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.OutcomeReason;
import io.soakstream.tuner.domain.rule.Proposal;
import io.soakstream.tuner.domain.rule.RuleMemory;
import io.soakstream.tuner.domain.rule.RuleTable;
import io.soakstream.tuner.domain.rule.Situation;

/** The second step: what the rules want to move. */
public final class DeltaProposing {
    private final RuleTable rules;
    private final ParameterCatalogue catalogue;

    public DeltaProposing(RuleTable rules, ParameterCatalogue catalogue) {
        this.rules = rules;
        this.catalogue = catalogue;
    }

    /** An accepted event with the proposal that it led to. */
    public record Proposed(Accepted accepted, Proposal proposal, RuleMemory memory) {}

    public Proposed propose(Accepted accepted) {
        RuleMemory before = accepted.run().running().rules();
        return accepted.iteration()
                .filter(iteration -> !accepted.judgedByRecording())
                .map(iteration -> propose(accepted, iteration, before))
                .orElseGet(() -> new Proposed(accepted, Proposal.none(withoutRules(accepted.event())), before));
    }

    private Proposed propose(Accepted accepted, RunEvent.Iteration iteration, RuleMemory before) {
        if (accepted.before().planned()) {
            // What was measured under other values is no part of a streak.
            return new Proposed(accepted, Proposal.none(OutcomeReason.WARMING_UP), before.counted());
        }
        Situation unknown = Situation.of(iteration.point(), before.counted());
        RuleMemory counted = unknown.hasData() ? before.counted(unknown.netBps().orElseThrow()) : unknown.memory();
        RuleTable.Evaluated evaluated =
                rules.evaluate(unknown.with(counted), accepted.before().overrides(), catalogue);
        return new Proposed(accepted, evaluated.proposal(), evaluated.memory());
    }

    private static String withoutRules(RunEvent event) {
        return event instanceof RunEvent.Unknown ? OutcomeReason.UNKNOWN_KIND : OutcomeReason.NO_CHANGE;
    }
}
