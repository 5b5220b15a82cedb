package io.soakstream.schemas.profile;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.Overrides;
import java.util.List;

/** Values as records hold them. */
final class ParameterValues {
    private ParameterValues() {}

    /** Sorted by flat name, plain decimals. */
    static List<ParameterValue> of(Overrides values) {
        return values.values().entrySet().stream()
                .map(value -> new ParameterValue(value.getKey(), Decimals.plain(value.getValue())))
                .toList();
    }
}
