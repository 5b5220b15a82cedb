package io.soakstream.producer.app;

import io.soakstream.producer.domain.RiskUnit;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words of {@link RiskUnit}. */
final class RiskUnitConverter implements ITypeConverter<RiskUnit> {
    @Override
    public RiskUnit convert(String word) {
        return Arrays.stream(RiskUnit.values())
                .filter(unit -> unit.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("expected one of "
                        + Arrays.stream(RiskUnit.values()).map(RiskUnit::word).collect(Collectors.joining(", "))
                        + " but was '" + word + "'"));
    }
}
