package io.soakstream.gate.readiness;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The limits that hold for an edge report: the published ones, or those of environment variables. */
public final class EdgeLimits {
    private final Map<EdgeLimit, Pair> pairs = new EnumMap<>(EdgeLimit.class);

    /** Beyond {@code warn} a warning, beyond {@code fail} a failure. */
    private record Pair(OptionalDouble warn, double fail) {}

    private EdgeLimits() {}

    /**
     * @param environment {@code KPI_ADVERSE_WARN} and the like
     * @throws IllegalArgumentException a variable is no number, or would warn only where it fails already; the message
     *     names it
     */
    public static EdgeLimits of(Map<String, String> environment) {
        EdgeLimits limits = new EdgeLimits();
        for (EdgeLimit limit : EdgeLimit.values()) {
            Optional<Double> warn = limit.warnVariable().flatMap(name -> given(environment, name));
            double fail = given(environment, limit.failVariable()).orElse(limit.fail());
            OptionalDouble warned = warn.map(OptionalDouble::of).orElse(limit.warn());
            if (warned.isPresent() && warned.getAsDouble() > fail) {
                throw new IllegalArgumentException(limit.warnVariable().orElseThrow() + ": " + warned.getAsDouble()
                        + " is above " + limit.failVariable() + ", " + fail);
            }
            limits.pairs.put(limit, new Pair(warned, fail));
        }
        return limits;
    }

    private static Optional<Double> given(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).map(text -> {
            try {
                double value = Double.parseDouble(text);
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException none) {
                throw new IllegalArgumentException(variable + ": is no number: " + text, none);
            }
            throw new IllegalArgumentException(variable + ": is no finite number: " + text);
        });
    }

    /** How a value stands; a limit itself is good. */
    EdgeVerdict.Level level(EdgeLimit limit, double value) {
        Pair pair = pairs.get(limit);
        if (pair.warn().isEmpty()) {
            return value < pair.fail() ? EdgeVerdict.Level.FAIL : EdgeVerdict.Level.OK;
        }
        if (value > pair.fail()) {
            return EdgeVerdict.Level.FAIL;
        }
        return value > pair.warn().getAsDouble() ? EdgeVerdict.Level.WARN : EdgeVerdict.Level.OK;
    }
}
