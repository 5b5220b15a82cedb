package io.soakstream.gate.account;

import io.soakstream.gate.mapping.GivenDecimals;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The values of what a recording says was changed, where its bot says in every iteration what it runs with: before from the
 * iteration itself, after from those that follow.
 */
final class RecordedValues {
    /** A bot takes new values up within so many iterations (count). */
    private static final int PATIENCE = 4;

    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();

    private final List<IterationAccount> iterations;

    private RecordedValues(List<IterationAccount> iterations) {
        this.iterations = iterations;
    }

    static List<IterationAccount> filledIn(List<IterationAccount> iterations) {
        RecordedValues values = new RecordedValues(iterations);
        List<IterationAccount> filled = new ArrayList<>(iterations);
        for (int i = 0; i < filled.size(); i++) {
            TuningAccount tuning = filled.get(i).tuning();
            if (tuning.recorded().isPresent() && !tuning.changed().isEmpty()) {
                filled.set(i, filled.get(i).with(tuning.with(values.changed(i, tuning))));
            }
        }
        return filled;
    }

    private List<ChangedValue> changed(int place, TuningAccount tuning) {
        return tuning.changed().stream()
                .map(named -> tuning.proposed().stream()
                        .filter(move -> move.parameter().equals(named.parameter()))
                        .findFirst()
                        .flatMap(ProposedMove::delta)
                        .flatMap(delta -> changed(place, named.parameter(), delta))
                        .orElse(named))
                .toList();
    }

    private Optional<ChangedValue> changed(int place, String parameter, BigDecimal delta) {
        Optional<BigDecimal> before = value(iterations.get(place).summary(), parameter);
        Optional<BigDecimal> expected = before.flatMap(value ->
                CATALOGUE.find(parameter).map(known -> known.add(value, delta).value()));
        return expected.flatMap(wanted -> after(place, parameter, wanted))
                .map(after -> new ChangedValue(
                        parameter, before, before.map(after::subtract), Optional.of(after), Optional.empty()));
    }

    /** The expected value as soon as the bot has it; else what it had first; empty: it does not say. */
    private Optional<BigDecimal> after(int place, String parameter, BigDecimal expected) {
        Optional<BigDecimal> first = Optional.empty();
        int end = Math.min(iterations.size(), place + 1 + PATIENCE);
        for (int i = place + 1; i < end; i++) {
            Optional<BigDecimal> value = value(iterations.get(i).summary(), parameter);
            if (value.filter(had -> had.compareTo(expected) == 0).isPresent()) {
                return value;
            }
            first = first.or(() -> value);
            if (iterations.get(i).tuning().changedKeys().contains(parameter)) {
                return first;
            }
        }
        return first;
    }

    private static Optional<BigDecimal> value(IterationSummary summary, String parameter) {
        return summary.getMixed()
                ? Optional.empty()
                : summary.getEffectiveOverrides().stream()
                        .filter(value -> value.getName().equals(parameter))
                        .map(ParameterValue::getValue)
                        .findFirst()
                        .flatMap(GivenDecimals::readable);
    }
}
