package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.schemas.projection.OutcomeReason;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.RecordedOutcome;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.tuner.domain.guard.GuardMemory;
import io.soakstream.tuner.domain.guard.GuardTable;
import io.soakstream.tuner.domain.guard.Guarded;
import io.soakstream.tuner.domain.rule.Proposal;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;

/** The last step: what becomes of the proposal, and what the run remembers of all this. */
public final class OutcomeDeciding {
    private final GuardTable guards;
    private final SilenceLimits silence;
    private final ParameterCatalogue catalogue;

    public OutcomeDeciding(TuningLimits limits, ParameterCatalogue catalogue) {
        this.guards = limits.guards();
        this.silence = limits.silence();
        this.catalogue = catalogue;
    }

    /**
     * A decision, and what is to be kept.
     *
     * @param guards empty: the run has ended
     */
    public record Decided(Decision decision, RunState run, Optional<GuardMemory> guards) {}

    public Decided decide(DeltaGuarding.Checked checked) {
        RunEvent event = checked.proposed().accepted().event();
        if (event instanceof RunEvent.Iteration iteration) {
            return iteration(checked, iteration);
        }
        if (event instanceof RunEvent.Control control) {
            return command(checked, control.command());
        }
        Accepted accepted = checked.proposed().accepted();
        Resolution resolution = Resolution.noOp(checked.proposed().proposal().nothing());
        Decided decided = decided(checked, accepted.run().running().projection(), resolution, Optional.empty());
        return event instanceof RunEvent.Ended
                ? new Decided(decided.decision(), decided.run().closed(), Optional.empty())
                : decided;
    }

    private Decided iteration(DeltaGuarding.Checked checked, RunEvent.Iteration iteration) {
        Accepted accepted = checked.proposed().accepted();
        Projection heard = accepted.run().running().projection();
        if (accepted.judgedByRecording()) {
            Resolution recorded = iteration
                    .recorded()
                    .map(RecordedOutcome::resolution)
                    .orElseGet(() -> Resolution.noOp(OutcomeReason.NO_CHANGE));
            return decided(checked, heard, recorded, Optional.empty());
        }
        Proposal proposal = checked.proposed().proposal();
        Guarded guarded = checked.guarded();
        int number = iteration.point().iteration();
        Resolution resolution = heard.resolve(
                number, !proposal.isEmpty(), proposal.nothing(), guarded.remaining(), guarded.firstReason());
        boolean applies = resolution.outcome() == Outcome.APPLIED;
        SortedMap<String, BigDecimal> applied = applies ? guarded.remaining() : Collections.emptySortedMap();
        Projection after = (applies ? heard.applied(number, applied) : heard).afterIteration(number);
        GuardMemory memory =
                guards.after(checked.memory(), DeltaGuarding.input(accepted), applied, after.stateHash(), catalogue);
        return decided(
                new DeltaGuarding.Checked(checked.proposed(), guarded, memory), after, resolution, Optional.empty());
    }

    private Decided command(DeltaGuarding.Checked checked, Command command) {
        RunState run = checked.proposed().accepted().run();
        Projection before = run.running().projection();
        Optional<String> refusal = before.refusal(command, run.lastIteration(), catalogue);
        Projection after = refusal.isPresent() ? before : before.obeyed(command, catalogue);
        GuardMemory memory =
                refusal.isPresent() ? checked.memory() : guards.obeyed(checked.memory(), command, after.stateHash());
        Resolution resolution = before.stateHash().equals(after.stateHash())
                ? Resolution.noOp(OutcomeReason.NO_CHANGE)
                : Resolution.applied();
        return decided(
                new DeltaGuarding.Checked(checked.proposed(), checked.guarded(), memory), after, resolution, refusal);
    }

    private Decided decided(
            DeltaGuarding.Checked checked, Projection after, Resolution resolution, Optional<String> refusal) {
        Accepted accepted = checked.proposed().accepted();
        RunState.Live live =
                accepted.run().running().with(after).with(checked.proposed().memory());
        RunState run = accepted.run().with(live);
        boolean stalled = live.ticks() >= silence.stalledAfterPeriods();
        Decision decision = new Decision(
                run,
                accepted,
                checked.proposed().proposal(),
                checked.guarded(),
                resolution,
                accepted.before().stateHash(),
                after.stateHash(),
                refusal,
                stalled);
        return new Decided(decision, run, Optional.of(checked.memory()));
    }
}
