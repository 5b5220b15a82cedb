package io.soakstream.deploy.run;

import io.soakstream.schemas.contract.DroppedDelta;
import io.soakstream.schemas.contract.GuardState;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.ProposedDelta;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.TuningDecision;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A decision in the words of an iteration file, so that a soak's directory can be judged by what was done in it. */
final class TuningOfDecision {
    /** Reasons that the files know by a name of their own, in their order. */
    private static final List<String> GUARDS = List.of("freeze", "oscillation", "velocity", "cooldown");

    private static final String STEADY_FREEZE = "steady_freeze";

    private TuningOfDecision() {}

    static RecordedTuning of(TuningDecision decision) {
        boolean applied = decision.getOutcome() == Outcome.APPLIED;
        RecordedTuning tuning = new RecordedTuning();
        tuning.setApplied(applied);
        tuning.setProposed(proposed(decision));
        tuning.setChangedKeys(applied ? changed(decision) : List.of());
        tuning.setSkipReasons(skipReasons(decision));
        tuning.setSkipNote(decision.getReason());
        tuning.setRationale(rationale(decision));
        tuning.setRules(decision.getRules());
        tuning.setStateHash(decision.getResultHash());
        tuning.setFreezeTriggered(inForce(decision, STEADY_FREEZE));
        return tuning;
    }

    private static List<ParameterValue> proposed(TuningDecision decision) {
        return decision.getProposed().stream()
                .map(delta -> new ParameterValue(delta.getParameter(), delta.getDelta()))
                .sorted(Comparator.comparing(ParameterValue::getName))
                .toList();
    }

    private static List<String> changed(TuningDecision decision) {
        Set<String> dropped =
                decision.getDropped().stream().map(DroppedDelta::getParameter).collect(Collectors.toSet());
        return decision.getProposed().stream()
                .map(ProposedDelta::getParameter)
                .filter(parameter -> !dropped.contains(parameter))
                .sorted()
                .toList();
    }

    private static List<String> skipReasons(TuningDecision decision) {
        Set<String> held = decision.getDropped().stream()
                .flatMap(delta -> delta.getReasons().stream())
                .collect(Collectors.toSet());
        Stream<String> guards = GUARDS.stream().filter(held::contains);
        return decision.getOutcome() == Outcome.NO_OP
                ? Stream.concat(guards, Stream.of("no_op")).toList()
                : guards.toList();
    }

    private static String rationale(TuningDecision decision) {
        return decision.getProposed().stream()
                .map(delta ->
                        delta.getRule() + ": " + delta.getParameter() + " " + delta.getFrom() + " -> " + delta.getTo())
                .collect(Collectors.joining(" | "));
    }

    private static boolean inForce(TuningDecision decision, String guard) {
        return decision.getGuards().stream()
                .filter(state -> state.getGuard().equals(guard))
                .anyMatch(GuardState::getDebounced);
    }
}
