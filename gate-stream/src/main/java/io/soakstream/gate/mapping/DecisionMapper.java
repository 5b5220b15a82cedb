package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.IterationFacts;
import io.soakstream.gate.domain.TuningFacts;
import io.soakstream.gate.domain.proof.Standing;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.OutcomeReason;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** From the tuner's decision on the topic to the facts of the gate's rules. Expects a decision about an iteration. */
public final class DecisionMapper {
    private DecisionMapper() {}

    /** @param hashBefore state hash in force before the iteration, if one is known */
    public static IterationFacts iteration(ProvenDecision proven, Optional<String> hashBefore) {
        TuningDecision decision = proven.decision();
        Optional<String> hash = proven.isMismatched() ? Optional.empty() : stateHash(decision);
        IterationSummary summary = decision.getIterationSummary();
        return new IterationFacts(
                summary.getIteration(),
                SummaryMapper.finite(SummaryMapper.kpis(summary)),
                hash.or(() -> hashBefore),
                recorded(decision).map(HeldGuards::of).orElseGet(() -> HeldGuards.of(decision)),
                recorded(decision)
                        .map(RecordedTuning::getFreezeTriggered)
                        .orElseGet(() -> HeldGuards.hasSteadyFreeze(decision)));
    }

    public static TuningFacts tuning(ProvenDecision proven, Optional<String> hashBefore) {
        TuningDecision decision = proven.decision();
        if (proven.isMismatched()) {
            return notApplied(decision);
        }
        return recorded(decision)
                .map(tuning -> recordedFacts(decision, tuning, hashBefore))
                .orElseGet(() -> ownFacts(decision, proven.standing()));
    }

    private static TuningFacts notApplied(TuningDecision decision) {
        boolean proposed = recorded(decision)
                .map(tuning -> !tuning.getProposed().isEmpty())
                .orElseGet(() -> !decision.getProposed().isEmpty());
        return new TuningFacts(
                TuningFacts.SKIPPED,
                Optional.of(OutcomeReason.PROJECTION_MISMATCH),
                proposed,
                false,
                false,
                List.of(),
                0,
                false,
                false);
    }

    private static TuningFacts recordedFacts(
            TuningDecision decision, RecordedTuning tuning, Optional<String> hashBefore) {
        boolean changed = hashBefore.isEmpty()
                || tuning.getStateHash() == null
                || !hashBefore.get().equals(tuning.getStateHash());
        return new TuningFacts(
                decision.getOutcome().name(),
                Optional.ofNullable(decision.getReason()),
                !tuning.getProposed().isEmpty(),
                isFull(tuning),
                changed,
                tuning.getChangedKeys(),
                unknownNames(tuning),
                false,
                false);
    }

    /** A recording that does not say what it changed is taken at its word here: the gate asks for evidence apart. */
    private static boolean isFull(RecordedTuning tuning) {
        return tuning.getApplied()
                && (tuning.getChangedKeys().isEmpty()
                        || tuning.getProposed().stream()
                                .map(ParameterValue::getName)
                                .allMatch(tuning.getChangedKeys()::contains));
    }

    private static TuningFacts ownFacts(TuningDecision decision, Standing standing) {
        List<String> changed = decision.getProposed().stream()
                .map(delta -> delta.getParameter())
                .filter(name -> decision.getDropped().stream()
                        .noneMatch(dropped -> dropped.getParameter().equals(name)))
                .sorted()
                .toList();
        return new TuningFacts(
                decision.getOutcome().name(),
                Optional.ofNullable(decision.getReason()),
                !decision.getProposed().isEmpty(),
                decision.getDropped().isEmpty(),
                !decision.getBaseHash().equals(decision.getResultHash()),
                changed,
                0,
                standing.awaitsEcho(),
                standing.confirmsEarlier());
    }

    /** Our own proposals have none: they would not be proven. */
    private static int unknownNames(RecordedTuning tuning) {
        return (int) Stream.concat(
                        tuning.getProposed().stream().map(ParameterValue::getName), tuning.getChangedKeys().stream())
                .distinct()
                .filter(name -> ParameterCatalogue.standard().find(name).isEmpty())
                .count();
    }

    private static Optional<String> stateHash(TuningDecision decision) {
        return recorded(decision).isPresent()
                ? recorded(decision).map(RecordedTuning::getStateHash)
                : Optional.ofNullable(decision.getResultHash());
    }

    private static Optional<RecordedTuning> recorded(TuningDecision decision) {
        return decision.getTuning() == TuningMode.RECORDED
                ? Optional.ofNullable(decision.getIterationSummary().getRecordedTuning())
                : Optional.empty();
    }
}
