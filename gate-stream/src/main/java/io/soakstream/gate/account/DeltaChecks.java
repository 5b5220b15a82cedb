package io.soakstream.gate.account;

import io.soakstream.gate.account.DeltaCheck.Kind;
import io.soakstream.gate.account.ParameterCheck.State;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.OutcomeReason;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds one iteration's proposal against what it changed. */
final class DeltaChecks {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private static final BigDecimal TOLERANCE = new BigDecimal("1e-9");
    private static final String PARAMS_MISMATCH = "params_mismatch";

    private DeltaChecks() {}

    static DeltaCheck of(IterationAccount iteration) {
        TuningAccount tuning = iteration.tuning();
        List<ParameterCheck> parameters =
                tuning.proposed().stream().map(move -> check(move, tuning)).toList();
        List<String> reasons = reasons(tuning, parameters);
        return new DeltaCheck(
                iteration.iteration(),
                kind(tuning, parameters, reasons),
                tuning.applied(),
                iteration.guards().held(),
                tuning.hashBefore().flatMap(before -> tuning.hashAfter().map(after -> !before.equals(after))),
                parameters,
                reasons);
    }

    private static Kind kind(TuningAccount tuning, List<ParameterCheck> parameters, List<String> reasons) {
        if (!tuning.hasEvidence()) {
            return Kind.UNKNOWN;
        }
        if (parameters.stream().anyMatch(check -> check.state() == State.MISMATCH)) {
            return Kind.FAILED;
        }
        if (tuning.applied()) {
            return reasons.isEmpty() ? Kind.FULL : Kind.JUSTIFIED;
        }
        return reasons.stream().allMatch(OutcomeReason::isJustified) ? Kind.JUSTIFIED : Kind.FAILED;
    }

    private static List<String> reasons(TuningAccount tuning, List<ParameterCheck> parameters) {
        if (!tuning.applied()) {
            return List.of(
                    tuning.reason().orElseGet(() -> tuning.outcome().name().toLowerCase(Locale.ROOT)));
        }
        boolean mismatch = parameters.stream().anyMatch(check -> check.state() == State.MISMATCH);
        return Stream.concat(
                        tuning.dropped().stream().flatMap(drop -> drop.reasons().stream()),
                        mismatch ? Stream.of(PARAMS_MISMATCH) : Stream.empty())
                .distinct()
                .toList();
    }

    private static ParameterCheck check(ProposedMove move, TuningAccount tuning) {
        Optional<DroppedMove> dropped = tuning.dropped().stream()
                .filter(drop -> drop.parameter().equals(move.parameter()))
                .findFirst();
        if (dropped.isPresent()) {
            return unchanged(move, State.DROPPED, dropped.get().reasons());
        }
        if (!tuning.applied()) {
            return unchanged(move, State.NOT_APPLIED, tuning.reason().stream().toList());
        }
        return tuning.changed().stream()
                .filter(change -> change.parameter().equals(move.parameter()))
                .findFirst()
                .map(change -> changed(move, change))
                .orElseGet(() -> new ParameterCheck(
                        move.parameter(),
                        move.delta(),
                        move.to(),
                        move.from(),
                        State.MISMATCH,
                        List.of("not_among_the_changed")));
    }

    private static ParameterCheck unchanged(ProposedMove move, State state, List<String> reasons) {
        return new ParameterCheck(move.parameter(), move.delta(), Optional.empty(), Optional.empty(), state, reasons);
    }

    private static ParameterCheck changed(ProposedMove move, ChangedValue change) {
        Optional<BigDecimal> expected =
                change.before().flatMap(before -> move.delta().flatMap(delta -> sum(move.parameter(), before, delta)));
        boolean recorded = expected.isPresent() && change.after().isPresent();
        boolean equal = recorded && isEqual(expected.get(), change.after().get());
        return new ParameterCheck(
                move.parameter(),
                move.delta(),
                expected,
                change.after(),
                recorded ? (equal ? State.MATCH : State.MISMATCH) : State.NAMED,
                change.bound().map(bound -> "bound_" + bound).stream().toList());
    }

    private static Optional<BigDecimal> sum(String parameter, BigDecimal before, BigDecimal delta) {
        return CATALOGUE.find(parameter).map(known -> known.add(before, delta).value());
    }

    /** Relative to the expected value, absolute below 1. */
    private static boolean isEqual(BigDecimal expected, BigDecimal observed) {
        BigDecimal allowed = TOLERANCE.multiply(expected.abs().max(BigDecimal.ONE));
        return observed.subtract(expected).abs().compareTo(allowed) <= 0;
    }
}
