package io.soakstream.tuner.domain;

import io.soakstream.schemas.setting.Setting;

/** When a live run from which nothing comes is stalled, and when it is over. */
public record SilenceLimits(
        @Setting(value = "Periods without an iteration after which a live run is stalled.", unit = "count")
        int stalledAfterPeriods,

        @Setting(value = "Time without an iteration after which a live run is ended as expired.", unit = "ms")
        long expireAfterMs) {

    public SilenceLimits {
        if (stalledAfterPeriods < 1) {
            throw new IllegalArgumentException("stalled_after_periods: " + stalledAfterPeriods + " is below 1");
        }
        if (expireAfterMs < 1) {
            throw new IllegalArgumentException("expire_after_ms: " + expireAfterMs + " is below 1");
        }
    }

    public static SilenceLimits defaults() {
        return new SilenceLimits(3, 86_400_000);
    }
}
