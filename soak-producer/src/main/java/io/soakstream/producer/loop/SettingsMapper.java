package io.soakstream.producer.loop;

import io.soakstream.producer.simulator.BotSettings;
import io.soakstream.schemas.parameter.Overrides;

/** Gives the simulator the values by name. */
public final class SettingsMapper {
    private SettingsMapper() {}

    public static BotSettings of(Overrides values) {
        return new BotSettings(
                value(values, "min_interval_ms"),
                value(values, "replace_rate_per_min"),
                value(values, "base_spread_bps"),
                value(values, "base_spread_bps_delta"),
                value(values, "impact_cap_ratio"),
                value(values, "max_delta_ratio"),
                value(values, "tail_age_ms"),
                value(values, "concurrency_limit"));
    }

    private static double value(Overrides values, String name) {
        return values.value(name).orElseThrow().doubleValue();
    }
}
