package io.soakstream.tuner.state;

import io.soakstream.tuner.domain.guard.AppliedDeltas;
import io.soakstream.tuner.domain.guard.Debounce;
import io.soakstream.tuner.domain.guard.GuardMemory;
import io.soakstream.tuner.domain.guard.PartialFreeze;
import io.soakstream.tuner.domain.guard.SteadyFreezeGuard;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Between the guards' memory in the rules and its bytes in the store. */
public final class GuardMemoryMapper {
    private GuardMemoryMapper() {}

    public static TunerGuardState toStore(GuardMemory memory) {
        return new TunerGuardState(
                toStore(memory.oscillation()),
                toStore(memory.latencyHard()),
                List.copyOf(memory.partialFreeze().subsystems()),
                memory.partialFreeze().sinceMs(),
                memory.steadyFreeze().steady(),
                memory.steadyFreeze().left(),
                memory.appliedInARow(),
                memory.history().stream()
                        .map(applied -> new TunerApplied(
                                applied.ordinal(), applied.eventTimeMs(), ProjectionMapper.toStore(applied.deltas())))
                        .toList(),
                memory.cooling().entrySet().stream()
                        .map(entry -> new TunerCooling(entry.getKey(), entry.getValue()))
                        .toList(),
                memory.states());
    }

    public static GuardMemory fromStore(TunerGuardState stored) {
        SortedMap<String, Integer> cooling = new TreeMap<>();
        stored.getCooling().forEach(entry -> cooling.put(entry.getName(), entry.getLeft()));
        return new GuardMemory(
                fromStore(stored.getOscillation()),
                fromStore(stored.getLatencyHard()),
                new PartialFreeze(new TreeSet<>(stored.getFrozenSubsystems()), stored.getFrozenSinceMs()),
                new SteadyFreezeGuard.Memory(stored.getSteady(), stored.getSteadyFreezeLeft()),
                stored.getAppliedInARow(),
                stored.getHistory().stream().map(GuardMemoryMapper::fromStore).toList(),
                cooling,
                stored.getStates());
    }

    private static AppliedDeltas fromStore(TunerApplied stored) {
        SortedMap<String, BigDecimal> deltas = new TreeMap<>();
        stored.getDeltas().forEach(entry -> deltas.put(entry.getName(), new BigDecimal(entry.getValue())));
        return new AppliedDeltas(stored.getOrdinal(), stored.getEventTimeMs(), deltas);
    }

    private static TunerDebounce toStore(Debounce debounce) {
        return new TunerDebounce(
                debounce.active(),
                debounce.sinceMs(),
                debounce.raw(),
                debounce.samples(),
                debounce.rawSinceMs(),
                debounce.lastSampleMs());
    }

    private static Debounce fromStore(TunerDebounce stored) {
        return new Debounce(
                stored.getActive(),
                stored.getSinceMs(),
                stored.getRaw(),
                stored.getSamples(),
                stored.getRawSinceMs(),
                stored.getLastSampleMs());
    }
}
