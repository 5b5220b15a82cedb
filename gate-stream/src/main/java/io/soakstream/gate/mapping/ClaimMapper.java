package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.proof.Claim;
import io.soakstream.gate.domain.proof.ClaimedDelta;
import io.soakstream.gate.domain.proof.ClaimedDrop;
import io.soakstream.gate.domain.proof.ClaimedEvent;
import io.soakstream.gate.domain.proof.ClaimedWindow;
import io.soakstream.gate.domain.proof.Start;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ProposedDelta;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.OutcomeReason;
import io.soakstream.schemas.projection.RecordedOutcome;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** From the tuner's decision on the topic to what it says, for the proof. What is not legal is itself an answer. */
public final class ClaimMapper {
    private ClaimMapper() {}

    public static Claim toDomain(TuningDecision decision) {
        Optional<Start> start = Optional.empty();
        try {
            start = Optional.ofNullable(decision.getRunStarted()).map(StartMapper::toDomain);
            return claim(
                    decision,
                    start,
                    event(decision),
                    decision.getProposed().stream().map(ClaimMapper::delta).toList());
        } catch (InvalidParameterException illegal) {
            return claim(decision, start, illegal(decision, illegal.getMessage()), List.of());
        }
    }

    private static Claim claim(
            TuningDecision decision, Optional<Start> start, ClaimedEvent event, List<ClaimedDelta> proposed) {
        return new Claim(
                decision.getBot() + ":" + decision.getRun(),
                decision.getId(),
                decision.getSequence(),
                decision.getTuning() == TuningMode.RECORDED,
                start,
                event,
                proposed,
                decision.getDropped().stream()
                        .map(drop -> new ClaimedDrop(drop.getParameter(), drop.getReasons()))
                        .toList(),
                decision.getOutcome().name(),
                Optional.ofNullable(decision.getReason()),
                String.valueOf(decision.getBaseHash()),
                String.valueOf(decision.getResultHash()),
                Optional.ofNullable(decision.getCommandRefusal()),
                decision.getVerification().name(),
                decision.getTuningAllowed());
    }

    private static ClaimedEvent event(TuningDecision decision) {
        if (decision.getIterationSummary() != null) {
            return iteration(decision.getIterationSummary(), WindowMapper.claimed(decision));
        }
        if (decision.getControlCommand() != null) {
            return new ClaimedEvent.Control(command(decision.getControlCommand()));
        }
        if (decision.getRunEnded() != null) {
            return new ClaimedEvent.Ended(
                    new Echo(Optional.ofNullable(decision.getRunEnded().getOverridesHash()), false));
        }
        boolean known = decision.getRunStarted() != null || decision.getTick() != null;
        return new ClaimedEvent.Uneventful(known ? OutcomeReason.NO_CHANGE : OutcomeReason.UNKNOWN_KIND);
    }

    private static ClaimedEvent iteration(IterationSummary summary, ClaimedWindow window) {
        return new ClaimedEvent.Iteration(
                summary.getIteration(),
                new Echo(Optional.ofNullable(summary.getOverridesHash()), summary.getMixed()),
                summary.getNetBps() != null && summary.getRiskRatio() != null,
                Optional.ofNullable(summary.getRecordedTuning()).map(ClaimMapper::recorded),
                window);
    }

    private static RecordedOutcome recorded(RecordedTuning tuning) {
        return new RecordedOutcome(tuning.getApplied(), !tuning.getProposed().isEmpty(), tuning.getSkipReasons());
    }

    private static Command command(ControlCommand command) {
        return new Command(
                command.getId(),
                Command.Action.valueOf(command.getAction().name()),
                GivenDecimals.decimals("control_command.values", command.getValues()),
                Set.copyOf(command.getSubsystems()),
                optional(command.getNotAfterIteration()),
                Optional.ofNullable(command.getExpectedBaseHash()));
    }

    private static ClaimedDelta delta(ProposedDelta delta) {
        String field = "proposed." + delta.getParameter();
        return new ClaimedDelta(
                delta.getParameter(),
                GivenDecimals.decimal(field + ".from", delta.getFrom()),
                GivenDecimals.decimal(field + ".delta", delta.getDelta()),
                GivenDecimals.decimal(field + ".to", delta.getTo()),
                Optional.ofNullable(delta.getBoundHit()));
    }

    private static ClaimedEvent illegal(TuningDecision decision, String fault) {
        return new ClaimedEvent.Illegal(
                decision.getIterationSummary() == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(decision.getIterationSummary().getIteration()),
                Optional.ofNullable(decision.getControlCommand()).map(ControlCommand::getId),
                fault);
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
