package io.soakstream.producer.loop;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Values as records hold them, and back. */
public final class OverridesMapper {
    private OverridesMapper() {}

    /** What a bot says it ran with. */
    public static Overrides effective(IterationSummary summary) {
        return of(summary.getEffectiveOverrides());
    }

    static Overrides of(List<ParameterValue> values) {
        return Overrides.startingFrom(
                ParameterCatalogue.standard(),
                values.stream()
                        .collect(Collectors.toMap(ParameterValue::getName, value -> new BigDecimal(value.getValue()))));
    }

    static List<ParameterValue> values(Overrides values) {
        return values.values().entrySet().stream()
                .map(value -> new ParameterValue(value.getKey(), Decimals.plain(value.getValue())))
                .toList();
    }
}
