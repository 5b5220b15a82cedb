package io.soakstream.producer.app;

import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** {@code calm}, or {@code calm,24:volatile}: another regime from an iteration on. */
final class RegimePlanConverter implements ITypeConverter<RegimePlan> {
    @Override
    public RegimePlan convert(String text) {
        String[] parts = text.split(",", -1);
        RegimePlan plan = RegimePlan.of(regime(parts[0]));
        for (String part : Arrays.asList(parts).subList(1, parts.length)) {
            String[] change = part.split(":", 2);
            if (change.length < 2 || !change[0].matches("[0-9]{1,9}")) {
                throw new TypeConversionException("\"" + part + "\" is not ITERATION:REGIME");
            }
            plan = then(plan, Integer.parseInt(change[0]), regime(change[1]));
        }
        return plan;
    }

    private static RegimePlan then(RegimePlan plan, int fromIteration, Regime regime) {
        try {
            return plan.then(fromIteration, regime);
        } catch (IllegalArgumentException backwards) {
            throw new TypeConversionException(backwards.getMessage());
        }
    }

    private static Regime regime(String name) {
        return Arrays.stream(Regime.values())
                .filter(regime -> word(regime).equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("\"" + name + "\" is none of "
                        + Arrays.stream(Regime.values())
                                .map(RegimePlanConverter::word)
                                .collect(Collectors.joining(", "))));
    }

    private static String word(Regime regime) {
        return regime.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
