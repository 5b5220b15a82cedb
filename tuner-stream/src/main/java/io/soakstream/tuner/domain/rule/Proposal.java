package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.projection.OutcomeReason;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the rules want after an iteration.
 *
 * @param evaluations every rule that was looked at, in rule order
 * @param deltas at most one per parameter, in rule order
 * @param notes {@code RULE:parameter:code}, in rule order
 * @param nothing reason of a NO_OP should there be no delta
 */
public record Proposal(
        List<RuleEvaluation> evaluations, List<ProposedDelta> deltas, List<String> notes, String nothing) {

    public Proposal {
        evaluations = List.copyOf(evaluations);
        deltas = List.copyOf(deltas);
        notes = List.copyOf(notes);
    }

    /** No rule was looked at. */
    public static Proposal none(String reason) {
        return new Proposal(List.of(), List.of(), List.of(), reason);
    }

    static Proposal noData() {
        return new Proposal(List.of(), List.of(), List.of(OutcomeReason.NO_DATA), OutcomeReason.NO_DATA);
    }

    public boolean isEmpty() {
        return deltas.isEmpty();
    }

    /** Parameter to delta, sorted by name. */
    public SortedMap<String, BigDecimal> byParameter() {
        SortedMap<String, BigDecimal> byParameter = new TreeMap<>();
        deltas.forEach(delta -> byParameter.put(delta.parameter(), delta.delta()));
        return Collections.unmodifiableSortedMap(byParameter);
    }

    /** Rules that claimed something, in rule order. */
    public List<String> rules() {
        return deltas.stream().map(ProposedDelta::rule).distinct().toList();
    }
}
