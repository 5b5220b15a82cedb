package io.soakstream.tuner.domain;

import io.soakstream.schemas.setting.Setting;
import java.time.Duration;
import java.time.Instant;

/** What an event may look like to be believed. */
public record AdmissionLimits(
        @Setting(value = "How far an iteration number may lie above the last.", unit = "iterations")
        int maxIterationJump,

        @Setting(value = "How long after the last event time an event may lie.", unit = "ms")
        long maxTimeJumpMs,

        @Setting(value = "Largest number that a run may start with.", unit = "iterations")
        int maxFirstIteration,

        @Setting(value = "First plausible event time.", unit = "ms since 1970-01-01 UTC")
        long earliestMs,

        @Setting(value = "First event time that is not plausible any more.", unit = "ms since 1970-01-01 UTC")
        long latestMs,

        @Setting(
                value = "How many accepted iterations are kept to tell repetitions from conflicts.",
                unit = "iterations")
        int rememberedIterations) {

    public AdmissionLimits {
        positive("max_iteration_jump", maxIterationJump);
        positive("max_time_jump_ms", maxTimeJumpMs);
        positive("max_first_iteration", maxFirstIteration);
        positive("remembered_iterations", rememberedIterations);
        if (earliestMs >= latestMs) {
            throw new IllegalArgumentException("earliest_ms: " + earliestMs + " is not below latest_ms " + latestMs);
        }
    }

    public static AdmissionLimits defaults() {
        return new AdmissionLimits(
                1000,
                Duration.ofDays(7).toMillis(),
                1_000_000,
                Instant.parse("2000-01-01T00:00:00Z").toEpochMilli(),
                Instant.parse("2100-01-01T00:00:00Z").toEpochMilli(),
                64);
    }

    private static void positive(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(key + ": " + value + " is below 1");
        }
    }
}
