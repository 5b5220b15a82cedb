package io.soakstream.tuner.domain.guard;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one iteration applied.
 *
 * @param ordinal which accepted iteration it was, from 1
 * @param eventTimeMs when (ms)
 * @param deltas parameter to delta, never empty
 */
public record AppliedDeltas(int ordinal, long eventTimeMs, SortedMap<String, BigDecimal> deltas) {
    public AppliedDeltas {
        deltas = Collections.unmodifiableSortedMap(new TreeMap<>(deltas));
    }

    BigDecimal magnitude(String parameter) {
        return deltas.getOrDefault(parameter, BigDecimal.ZERO).abs();
    }

    /** Both as if they had been applied together, at the later's time: only how far they moved is kept. */
    AppliedDeltas mergedInto(AppliedDeltas later) {
        SortedMap<String, BigDecimal> merged = new TreeMap<>();
        deltas.forEach((parameter, delta) -> merged.merge(parameter, delta.abs(), BigDecimal::add));
        later.deltas.forEach((parameter, delta) -> merged.merge(parameter, delta.abs(), BigDecimal::add));
        return new AppliedDeltas(later.ordinal, later.eventTimeMs, merged);
    }
}
