package io.soakstream.producer.app;

import io.soakstream.producer.domain.Pace;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words of {@link Pace#parse}. */
final class PaceConverter implements ITypeConverter<Pace> {
    @Override
    public Pace convert(String word) {
        try {
            return Pace.parse(word);
        } catch (IllegalArgumentException unusable) {
            throw new TypeConversionException(unusable.getMessage());
        }
    }
}
