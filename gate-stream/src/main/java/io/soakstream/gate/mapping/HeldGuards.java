package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.WindowFindings;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.projection.OutcomeReason;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which guards held in an iteration, counted in the same way for our tuning and for that of a recording. */
public final class HeldGuards {
    private static final String STEADY_FREEZE = "steady_freeze";

    private HeldGuards() {}

    public static List<String> of(RecordedTuning tuning) {
        return held(tuning.getSkipReasons(), tuning.getFreezeTriggered(), tuning.getRules());
    }

    public static List<String> of(TuningDecision decision) {
        List<String> reasons = decision.getDropped().stream()
                .flatMap(dropped -> dropped.getReasons().stream())
                .toList();
        return held(reasons, hasSteadyFreeze(decision), decision.getRules());
    }

    /** Whether our tuner's steady-state freeze was in force. */
    public static boolean hasSteadyFreeze(TuningDecision decision) {
        return decision.getGuards().stream()
                .anyMatch(guard -> guard.getGuard().equals(STEADY_FREEZE) && guard.getRaw());
    }

    private static List<String> held(List<String> reasons, boolean steadyFreeze, List<String> rules) {
        Set<String> held = new HashSet<>(reasons);
        if (steadyFreeze) {
            held.add(OutcomeReason.FREEZE);
        }
        if (rules.contains("LATENCY_BUFFER")) {
            held.add("latency_soft");
        }
        if (rules.contains("LATENCY_HARD")) {
            held.add("latency_hard");
        }
        return WindowFindings.GUARDS.stream().filter(held::contains).toList();
    }
}
