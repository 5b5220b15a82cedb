package io.soakstream.tuner.domain.guard;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The state of every guard, for the decision. */
final class GuardSignals {
    private GuardSignals() {}

    static List<GuardSignal> of(
            GuardMemory memory,
            GuardTable guards,
            GuardInput input,
            Collection<String> oscillating,
            Collection<String> tooFast) {
        CommandedFreeze commanded = memory.commandedFreeze();
        boolean steady = memory.steadyFreeze().inForce();
        return List.of(
                new GuardSignal(
                        GuardSignal.OSCILLATION,
                        !oscillating.isEmpty(),
                        memory.oscillation().active(),
                        Optional.of(memory.oscillation().sinceMs()),
                        sorted(oscillating)),
                new GuardSignal(
                        GuardSignal.LATENCY_HARD,
                        input.p95LatencyMs().filter(guards::isHard).isPresent(),
                        memory.latencyHard().active(),
                        Optional.of(memory.latencyHard().sinceMs()),
                        none()),
                undebounced(
                        GuardSignal.PARTIAL_FREEZE,
                        memory.partialFreeze().isActive(),
                        Optional.of(memory.partialFreeze().sinceMs()),
                        memory.partialFreeze().subsystems()),
                undebounced(
                        GuardSignal.STEADY_FREEZE,
                        steady,
                        Optional.empty(),
                        steady ? sorted(SteadyFreezeGuard.PARAMETERS) : none()),
                undebounced(
                        GuardSignal.TOTAL_FREEZE,
                        commanded.total() || !commanded.subsystems().isEmpty(),
                        Optional.empty(),
                        commanded.subsystems()),
                undebounced(GuardSignal.VELOCITY, !tooFast.isEmpty(), Optional.empty(), sorted(tooFast)),
                undebounced(
                        GuardSignal.COOLDOWN,
                        !memory.cooling().isEmpty(),
                        Optional.empty(),
                        sorted(memory.cooling().keySet())));
    }

    private static GuardSignal undebounced(
            String guard, boolean held, Optional<Long> sinceMs, SortedSet<String> concerned) {
        return new GuardSignal(guard, held, held, sinceMs, concerned);
    }

    private static SortedSet<String> sorted(Collection<String> names) {
        return names.isEmpty() ? none() : new TreeSet<>(names);
    }

    private static SortedSet<String> none() {
        return Collections.emptySortedSet();
    }
}
