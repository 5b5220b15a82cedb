package io.soakstream.producer.telemetry;

import java.util.Map;

/**
 * One value of a metric.
 *
 * @param name of the series, as {@code mm_stage_duration_ms_bucket}
 * @param labels names to values
 */
record Sample(String name, Map<String, String> labels, double value) {
    Sample {
        labels = Map.copyOf(labels);
    }
}
