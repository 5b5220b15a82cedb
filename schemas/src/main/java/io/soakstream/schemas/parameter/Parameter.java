package io.soakstream.schemas.parameter;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * One parameter of the bot, as the catalogue defines it.
 *
 * @param section section of the bot's document, such as {@code engine}
 * @param name flat name, unique in the catalogue, such as {@code tail_age_ms}
 * @param unit unit of every value and delta
 * @param scale decimals kept
 * @param start value of the best cell; empty: absent until somebody sets it
 * @param min smallest legal value
 * @param max largest legal value
 * @param step what velocity counts in; empty: not tunable
 * @param subsystem what a partial freeze stops; {@code none}: never frozen
 */
public record Parameter(
        String section,
        String name,
        String unit,
        int scale,
        Optional<BigDecimal> start,
        BigDecimal min,
        BigDecimal max,
        Optional<BigDecimal> step,
        String subsystem) {

    public Parameter {
        if (min.compareTo(max) > 0) {
            throw new IllegalArgumentException(section + "." + name + ": min " + min + " is above max " + max);
        }
        min = min.setScale(scale, RoundingMode.UNNECESSARY);
        max = max.setScale(scale, RoundingMode.UNNECESSARY);
        start = start.map(value -> value.setScale(scale, RoundingMode.UNNECESSARY));
        if (start.isPresent() != step.isPresent()) {
            throw new IllegalArgumentException(section + "." + name + ": a tunable has both a start and a step");
        }
    }

    /** Whether the tuner may move it. */
    public boolean tunable() {
        return step.isPresent();
    }

    /** Section and name, as in a file: {@code engine.tail_age_ms}. */
    public String path() {
        return section + "." + name;
    }

    /** Largest minus smallest legal value. */
    public BigDecimal span() {
        return max.subtract(min);
    }

    /** The value at the catalogue's scale, half-even. */
    public BigDecimal round(BigDecimal value) {
        return value.setScale(scale, RoundingMode.HALF_EVEN);
    }

    /** Adds a delta and keeps the result inside the bounds. */
    public Clamped add(BigDecimal current, BigDecimal delta) {
        BigDecimal wanted = round(current.add(delta));
        if (wanted.compareTo(min) < 0) {
            return new Clamped(min, Optional.of(Bound.MIN));
        }
        if (wanted.compareTo(max) > 0) {
            return new Clamped(max, Optional.of(Bound.MAX));
        }
        return new Clamped(wanted, Optional.empty());
    }

    /**
     * A value that somebody gives from outside.
     *
     * @throws InvalidParameterException it lies outside the bounds
     */
    public BigDecimal checked(BigDecimal value) {
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new InvalidParameterException(path() + ": " + value.toPlainString() + " is outside "
                    + min.toPlainString() + ".." + max.toPlainString() + " " + unit);
        }
        return round(value);
    }

    /** Which bound a value was cut at. */
    public enum Bound {
        MIN,
        MAX
    }

    /** A value inside the bounds, and the bound it was cut at. */
    public record Clamped(BigDecimal value, Optional<Bound> bound) {}
}
