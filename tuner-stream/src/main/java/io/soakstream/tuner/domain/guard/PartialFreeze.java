package io.soakstream.tuner.domain.guard;

import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Subsystems that stand still while a debounced guard is active. {@code edge} is never among them: what protects the
 * edge must be able to move.
 *
 * @param subsystems empty: nothing is frozen
 * @param sinceMs event time since which something, or nothing, is frozen (ms)
 */
public record PartialFreeze(SortedSet<String> subsystems, long sinceMs) {
    public PartialFreeze {
        subsystems = Collections.unmodifiableSortedSet(new TreeSet<>(subsystems));
    }

    static PartialFreeze none(long eventTimeMs) {
        return new PartialFreeze(Collections.emptySortedSet(), eventTimeMs);
    }

    public boolean isActive() {
        return !subsystems.isEmpty();
    }

    /**
     * After the guards of an iteration.
     *
     * @param minMs how long a freeze lasts at least (ms); it also lasts until the next iteration
     */
    PartialFreeze after(boolean oscillation, boolean latencyHard, long eventTimeMs, long minMs) {
        if (oscillation || latencyHard) {
            return new PartialFreeze(wanted(oscillation), isActive() ? sinceMs : eventTimeMs);
        }
        boolean lasts = !isActive() || eventTimeMs - sinceMs < minMs;
        return lasts ? this : none(eventTimeMs);
    }

    private static SortedSet<String> wanted(boolean oscillation) {
        SortedSet<String> wanted = new TreeSet<>();
        wanted.add("rebid");
        if (oscillation) {
            wanted.add("rescue_taker");
        }
        return wanted;
    }
}
