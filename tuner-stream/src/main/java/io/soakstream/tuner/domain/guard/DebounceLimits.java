package io.soakstream.tuner.domain.guard;

import io.soakstream.schemas.setting.Setting;

/** How long a raw signal must hold to open or close a debounced one. */
public record DebounceLimits(
        @Setting(value = "Samples in a row with the signal that open it.", unit = "count")
        int openSamples,

        @Setting(value = "Time that they must span.", unit = "ms")
        long openMs,

        @Setting(value = "Samples in a row without the signal that close it.", unit = "count")
        int closeSamples,

        @Setting(value = "Time that they must span.", unit = "ms")
        long closeMs,

        @Setting(value = "Periods of the run without a sample after which the count starts again.", unit = "count")
        int maxGapPeriods) {

    public DebounceLimits {
        Limits.atLeast("open_samples", openSamples, 1);
        Limits.atLeast("open_ms", openMs, 0);
        Limits.atLeast("close_samples", closeSamples, 1);
        Limits.atLeast("close_ms", closeMs, 0);
        Limits.atLeast("max_gap_periods", maxGapPeriods, 1);
    }

    public static DebounceLimits defaults() {
        return new DebounceLimits(2, 2500, 3, 4000, 3);
    }

    int samples(boolean opening) {
        return opening ? openSamples : closeSamples;
    }

    long durationMs(boolean opening) {
        return opening ? openMs : closeMs;
    }

    int mostSamples() {
        return Math.max(openSamples, closeSamples);
    }
}
