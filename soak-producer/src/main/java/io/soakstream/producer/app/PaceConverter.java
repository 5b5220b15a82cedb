package io.soakstream.producer.app;

import io.soakstream.producer.domain.ReplayPace;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the words of {@link ReplayPace#parse}. */
final class PaceConverter implements ITypeConverter<ReplayPace> {
    @Override
    public ReplayPace convert(String word) {
        try {
            return ReplayPace.parse(word);
        } catch (IllegalArgumentException unusable) {
            throw new TypeConversionException(unusable.getMessage());
        }
    }
}
