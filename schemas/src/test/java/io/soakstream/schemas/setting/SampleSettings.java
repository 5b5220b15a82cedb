package io.soakstream.schemas.setting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A configuration record with a setting of every type. */
public record SampleSettings(
        @Setting(value = "Length of the window.", unit = "iterations")
        int windowLength,

        @Setting("Limits.") Limits limits,
        @Setting("Whether it is on.") boolean autoTune,
        @Setting("Who it is.") String owner,
        @Setting("Who may look.") List<String> readers,
        @Setting("Keys by name.") Map<String, String> publicKeys) {

    public SampleSettings {
        if (windowLength < 1) {
            throw new IllegalArgumentException("window_length: " + windowLength + " is below 1");
        }
        if (limits.maxJumpMs() == windowLength) {
            throw new IllegalArgumentException("limits.max_jump_ms: " + windowLength + " is the length of the window");
        }
    }

    /** A group of settings. */
    public record Limits(
            @Setting(value = "Longest jump.", unit = "ms") long maxJumpMs,

            @Setting(value = "Lowest share.", unit = "ratio")
            BigDecimal minShare,

            @Setting(value = "Highest share.", unit = "ratio")
            BigDecimal maxShare) {
        public Limits {
            if (maxJumpMs < 0) {
                throw new IllegalArgumentException("max_jump_ms: " + maxJumpMs + " is below 0");
            }
            if (minShare.compareTo(maxShare) > 0) {
                throw new IllegalArgumentException("the lowest share is above the highest");
            }
        }
    }

    public static SampleSettings defaults() {
        Limits limits = new Limits(604_800_000L, new BigDecimal("0.10"), BigDecimal.ONE);
        return new SampleSettings(8, limits, true, "ops", List.of("ann"), Map.of("ann", "MCow="));
    }
}
