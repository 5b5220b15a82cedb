package io.soakstream.producer.app;

import io.soakstream.schemas.contract.TuningMode;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code own} and {@code recorded}. */
final class TuningModeConverter implements ITypeConverter<TuningMode> {
    @Override
    public TuningMode convert(String word) {
        return switch (word) {
            case "own" -> TuningMode.OWN;
            case "recorded" -> TuningMode.RECORDED;
            default -> throw new TypeConversionException("expected one of own, recorded but was '" + word + "'");
        };
    }
}
