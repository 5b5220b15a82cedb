package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.projection.OutcomeReason;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the guards leave of a proposal.
 *
 * @param remaining parameter to delta, for what passes
 * @param dropped parameter to all reasons, in guard order, for what does not
 * @param signals state of each guard, in guard order; empty if none was asked
 */
public record Guarded(
        SortedMap<String, BigDecimal> remaining, SortedMap<String, List<String>> dropped, List<GuardSignal> signals) {

    public Guarded {
        remaining = Collections.unmodifiableSortedMap(new TreeMap<>(remaining));
        dropped = Collections.unmodifiableSortedMap(new TreeMap<>(dropped));
        signals = List.copyOf(signals);
    }

    public static Guarded nothing() {
        return new Guarded(new TreeMap<>(), new TreeMap<>(), List.of());
    }

    /** The first reason, in guard order, over all that was dropped. */
    public Optional<String> firstReason() {
        return OutcomeReason.GUARDS.stream()
                .filter(guard -> dropped.values().stream().anyMatch(reasons -> reasons.contains(guard)))
                .findFirst();
    }
}
