package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.projection.CommandedFreeze;
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
        CommandedFreeze commanded = input.commandedFreeze();
        boolean steady = memory.steadyFreeze().inForce();
        return List.of(
                new GuardSignal(
                        GuardSignal.OSCILLATION,
                        !oscillating.isEmpty(),
                        memory.oscillation().active(),
                        Optional.of(memory.oscillation().sinceMs()),
                        sorted(oscillating),
                        List.of()),
                new GuardSignal(
                        GuardSignal.LATENCY_HARD,
                        input.p95LatencyMs().filter(guards::isHard).isPresent(),
                        memory.latencyHard().active(),
                        Optional.of(memory.latencyHard().sinceMs()),
                        none(),
                        input.p95LatencyMs()
                                .map(p95 -> List.of("p95_latency_ms:" + Decimals.plain(p95) + ":"
                                        + Decimals.plain(guards.hardLatencyAtLeast())))
                                .orElseGet(List::of)),
                undebounced(
                        GuardSignal.PARTIAL_FREEZE,
                        memory.partialFreeze().isActive(),
                        Optional.of(memory.partialFreeze().sinceMs()),
                        memory.partialFreeze().subsystems(),
                        List.of()),
                undebounced(
                        GuardSignal.STEADY_FREEZE,
                        steady,
                        Optional.empty(),
                        steady ? sorted(SteadyFreezeGuard.PARAMETERS) : none(),
                        steady
                                ? List.of("iterations_left:"
                                        + memory.steadyFreeze().left())
                                : List.of()),
                undebounced(
                        GuardSignal.TOTAL_FREEZE,
                        commanded.total() || !commanded.subsystems().isEmpty(),
                        Optional.empty(),
                        commanded.subsystems(),
                        List.of()),
                undebounced(
                        GuardSignal.VELOCITY,
                        !tooFast.isEmpty(),
                        Optional.empty(),
                        sorted(tooFast),
                        List.of("applied_in_a_row:" + memory.appliedInARow() + ":"
                                + guards.velocity().appliedInARow())),
                undebounced(
                        GuardSignal.COOLDOWN,
                        !memory.cooling().isEmpty(),
                        Optional.empty(),
                        sorted(memory.cooling().keySet()),
                        memory.cooling().entrySet().stream()
                                .map(entry -> "iterations_left:" + entry.getKey() + ":" + entry.getValue())
                                .toList()));
    }

    private static GuardSignal undebounced(
            String guard, boolean held, Optional<Long> sinceMs, SortedSet<String> concerned, List<String> numbers) {
        return new GuardSignal(guard, held, held, sinceMs, concerned, numbers);
    }

    private static SortedSet<String> sorted(Collection<String> names) {
        return names.isEmpty() ? none() : new TreeSet<>(names);
    }

    private static SortedSet<String> none() {
        return Collections.emptySortedSet();
    }
}
