package io.soakstream.producer.app;

import io.soakstream.producer.loop.misbehaviour.Misbehaviour;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The word for what a simulated bot does wrong. */
final class MisbehaviourConverter implements ITypeConverter<Misbehaviour> {
    @Override
    public Misbehaviour convert(String text) {
        return Arrays.stream(Misbehaviour.values())
                .filter(misbehaviour -> word(misbehaviour).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + text + "\" is none of "
                        + Arrays.stream(Misbehaviour.values())
                                .map(MisbehaviourConverter::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(Misbehaviour misbehaviour) {
        return misbehaviour.name().toLowerCase(Locale.ROOT);
    }
}
