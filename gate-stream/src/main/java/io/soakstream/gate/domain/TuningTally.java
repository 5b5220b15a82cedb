package io.soakstream.gate.domain;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.OutcomeReason;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How the proposals of a run fared, from its start.
 *
 * @param outcomes outcome, and {@code outcome:reason}, to count
 * @param appliedIterations the latest iterations that applied something, ascending, at most {@link #REMEMBERED}
 * @param changedKeys every parameter that changed
 * @param unknownNames names among the parameters of its proposals and changes that are in no catalogue (count)
 */
public record TuningTally(
        SortedMap<String, Long> outcomes,
        List<Integer> appliedIterations,
        SortedSet<String> changedKeys,
        DeltaQuality quality,
        long unknownNames) {
    public static final int REMEMBERED = 64;

    /** As many as tell one double from the next. */
    private static final MathContext DIGITS = new MathContext(17, RoundingMode.HALF_EVEN);

    /**
     * Counts over the decisions with a proposal.
     *
     * @param full applied with nothing dropped
     * @param justified not fully applied: what is missing was dropped by guards, or the reason is justified
     * @param failed not fully applied, without one
     * @param stuck applied, but the state hash did not change
     * @param unconfirmed applied, and no echo has confirmed it so far; of a bot that does not echo it says nothing
     */
    public record DeltaQuality(long proposed, long full, long justified, long failed, long stuck, long unconfirmed) {

        /** full / proposed, as published; empty: nothing was proposed (ratio). */
        public Optional<BigDecimal> fullApplyRatio() {
            return ratio(full);
        }

        /** (full + justified) / proposed; empty: nothing was proposed (ratio). */
        public Optional<BigDecimal> justifiedApplyRatio() {
            return ratio(full + justified);
        }

        private Optional<BigDecimal> ratio(long count) {
            return Optional.of(proposed).filter(any -> any > 0).map(any -> BigDecimal.valueOf(count)
                    .divide(BigDecimal.valueOf(any), DIGITS));
        }

        private DeltaQuality echoed(TuningFacts facts) {
            long confirmed = facts.confirmsEarlier() ? 1 : 0;
            long open = facts.awaitsEcho() ? 1 : 0;
            return new DeltaQuality(
                    proposed, full, justified, failed, stuck, Math.max(0, unconfirmed - confirmed) + open);
        }
    }

    public TuningTally {
        outcomes = Collections.unmodifiableSortedMap(new TreeMap<>(outcomes));
        appliedIterations = List.copyOf(appliedIterations);
        changedKeys = Collections.unmodifiableSortedSet(new TreeSet<>(changedKeys));
    }

    public static TuningTally empty() {
        return new TuningTally(new TreeMap<>(), List.of(), new TreeSet<>(), new DeltaQuality(0, 0, 0, 0, 0, 0), 0);
    }

    TuningTally with(int iteration, TuningFacts facts) {
        SortedMap<String, Long> counted = new TreeMap<>(outcomes);
        String outcome = facts.outcome().toLowerCase(Locale.ROOT);
        counted.merge(outcome, 1L, Long::sum);
        facts.reason().ifPresent(reason -> counted.merge(outcome + ":" + reason, 1L, Long::sum));
        SortedSet<String> keys = new TreeSet<>(changedKeys);
        List<Integer> applied = new ArrayList<>(appliedIterations);
        if (facts.applied()) {
            facts.changedKeys().stream().filter(TuningTally::isKnown).forEach(keys::add);
            applied.add(iteration);
        }
        return new TuningTally(
                counted,
                applied.subList(Math.max(0, applied.size() - REMEMBERED), applied.size()),
                keys,
                count(facts),
                unknownNames + facts.unknownNames());
    }

    /** A recording may name anything: what is no parameter is not kept, so the set stays small. */
    private static boolean isKnown(String key) {
        return ParameterCatalogue.standard().find(key).isPresent();
    }

    private DeltaQuality count(TuningFacts facts) {
        DeltaQuality echoed = quality.echoed(facts);
        if (!facts.proposed()) {
            return echoed;
        }
        boolean full = facts.applied() && facts.fullyApplied();
        boolean justified = !full && (facts.applied() || hasJustifiedReason(facts));
        boolean stuck = facts.applied() && !facts.hashChanged();
        return new DeltaQuality(
                echoed.proposed() + 1,
                echoed.full() + (full ? 1 : 0),
                echoed.justified() + (justified ? 1 : 0),
                echoed.failed() + (full || justified ? 0 : 1),
                echoed.stuck() + (stuck ? 1 : 0),
                echoed.unconfirmed());
    }

    private static boolean hasJustifiedReason(TuningFacts facts) {
        return facts.reason().filter(OutcomeReason::isJustified).isPresent();
    }
}
