package io.soakstream.tuner.domain.guard;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the guards remember of one run. Bounded: by the guards' windows, and where those hold many small moves, by
 * {@link #MAX_HISTORY}.
 *
 * @param partialFreeze by debounced guards
 * @param appliedInARow latest iterations in a row that applied something (count)
 * @param history what was applied while the windows of oscillation and velocity still see it, oldest first
 * @param cooling parameter to iterations for which it is still left alone
 * @param states distinct state hashes, the current one first
 */
public record GuardMemory(
        Debounce oscillation,
        Debounce latencyHard,
        PartialFreeze partialFreeze,
        SteadyFreezeGuard.Memory steadyFreeze,
        int appliedInARow,
        List<AppliedDeltas> history,
        SortedMap<String, Integer> cooling,
        List<String> states) {
    /** Longest history (iterations that applied something). */
    public static final int MAX_HISTORY = 128;

    public GuardMemory {
        history = List.copyOf(history);
        cooling = Collections.unmodifiableSortedMap(new TreeMap<>(cooling));
        states = List.copyOf(states);
    }

    public static GuardMemory initial(long eventTimeMs, String stateHash) {
        return new GuardMemory(
                Debounce.closed(eventTimeMs),
                Debounce.closed(eventTimeMs),
                PartialFreeze.none(eventTimeMs),
                new SteadyFreezeGuard.Memory(false, 0),
                0,
                List.of(),
                new TreeMap<>(),
                List.of(stateHash));
    }

    /** After values that a command gave: a new state, and a clean slate for what counts moves. */
    GuardMemory rebased(String resultHash, int keptStates) {
        return new GuardMemory(
                oscillation,
                latencyHard,
                partialFreeze,
                steadyFreeze,
                0,
                List.of(),
                new TreeMap<>(),
                withState(resultHash, keptStates));
    }

    /** The states with the current one in front. */
    List<String> withState(String current, int kept) {
        if (states.get(0).equals(current)) {
            return states;
        }
        List<String> next = new ArrayList<>();
        next.add(current);
        states.stream().filter(state -> !state.equals(current)).limit(kept - 1L).forEach(next::add);
        return next;
    }
}
