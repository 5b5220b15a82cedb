package io.soakstream.gate.account;

import io.soakstream.gate.mapping.GivenDecimals;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.ParameterChange;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.ProposedDelta;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.projection.OutcomeReason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** From a decision about an iteration, and the gate's word about it, to the account of its tuning. */
final class TuningAccounts {
    private TuningAccounts() {}

    /** @param application empty: the gate has not said */
    static TuningAccount own(TuningDecision decision, Optional<DeltaApplication> application) {
        return new TuningAccount(
                decision.getRules(),
                decision.getNotes(),
                decision.getProposed().stream().map(TuningAccounts::move).toList(),
                decision.getDropped().stream()
                        .map(drop -> new DroppedMove(drop.getParameter(), drop.getReasons()))
                        .toList(),
                application.map(DeltaApplication::getOutcome).orElse(ApplicationOutcome.UNKNOWN),
                reason(decision, application),
                Optional.empty(),
                application.map(DeltaApplication::getChanges).orElseGet(List::of).stream()
                        .map(TuningAccounts::change)
                        .toList(),
                application.map(DeltaApplication::getOldHash),
                application.map(DeltaApplication::getStateHash),
                application.map(DeltaApplication::getBytesWritten).orElse(0L));
    }

    /**
     * As another tuner's recording has it.
     *
     * @param hashBefore the latest that is known
     */
    static TuningAccount recorded(
            TuningDecision decision,
            RecordedTuning tuning,
            Optional<DeltaApplication> application,
            Optional<String> hashBefore) {
        return new TuningAccount(
                tuning.getRules(),
                decision.getNotes(),
                tuning.getProposed().stream()
                        .sorted(Comparator.comparing(ParameterValue::getName))
                        .map(TuningAccounts::difference)
                        .toList(),
                recordedDrops(tuning),
                application.map(DeltaApplication::getOutcome).orElse(ApplicationOutcome.UNKNOWN),
                reason(decision, application),
                Optional.of(new TuningAccount.RecordedWords(
                        Optional.ofNullable(tuning.getSkipNote()), Optional.ofNullable(tuning.getRationale()))),
                tuning.getApplied()
                        ? tuning.getChangedKeys().stream()
                                .map(ChangedValue::named)
                                .toList()
                        : List.of(),
                hashBefore,
                Optional.ofNullable(tuning.getStateHash()).or(() -> hashBefore),
                0);
    }

    /** What an application left out for guards; a recording names them for the whole of it. */
    private static List<DroppedMove> recordedDrops(RecordedTuning tuning) {
        List<String> guards = OutcomeReason.GUARDS.stream()
                .filter(tuning.getSkipReasons()::contains)
                .toList();
        if (!tuning.getApplied() || guards.isEmpty() || tuning.getChangedKeys().isEmpty()) {
            return List.of();
        }
        return tuning.getProposed().stream()
                .map(ParameterValue::getName)
                .filter(name -> !tuning.getChangedKeys().contains(name))
                .sorted()
                .map(name -> new DroppedMove(name, guards))
                .toList();
    }

    /** What the gate says stands over what the tuner meant. */
    private static Optional<String> reason(TuningDecision decision, Optional<DeltaApplication> application) {
        return application.isPresent()
                ? application.map(DeltaApplication::getReason)
                : Optional.ofNullable(decision.getReason());
    }

    private static ProposedMove move(ProposedDelta delta) {
        return new ProposedMove(
                delta.getParameter(),
                GivenDecimals.readable(delta.getDelta()),
                GivenDecimals.readable(delta.getFrom()),
                GivenDecimals.readable(delta.getTo()),
                Optional.of(delta.getRule()),
                Optional.ofNullable(delta.getBoundHit()));
    }

    private static ProposedMove difference(ParameterValue delta) {
        return new ProposedMove(
                delta.getName(),
                GivenDecimals.readable(delta.getValue()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static ChangedValue change(ParameterChange change) {
        return new ChangedValue(
                change.getParameter(),
                GivenDecimals.readable(change.getOld()),
                GivenDecimals.readable(change.getDelta()),
                GivenDecimals.readable(change.getNew$()),
                Optional.ofNullable(change.getBound()));
    }
}
