package io.soakstream.gate.comparison;

import java.util.Locale;

/** How much Cliff's delta says, by the limits of Romano and others. */
public enum Effect {
    NEGLIGIBLE(0),
    SMALL(0.147),
    MEDIUM(0.33),
    LARGE(0.474);

    private final double from;

    Effect(double from) {
        this.from = from;
    }

    /** The smallest delta that it begins with, whatever its sign. */
    double from() {
        return from;
    }

    static Effect of(double cliffsDelta) {
        Effect effect = NEGLIGIBLE;
        for (Effect each : values()) {
            effect = Math.abs(cliffsDelta) >= each.from ? each : effect;
        }
        return effect;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
