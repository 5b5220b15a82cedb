package io.soakstream.tuner.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * What an event may look like to be believed.
 *
 * @param maxIterationJump how far an iteration number may lie above the last (count)
 * @param maxTimeJump how long after the last event time an event may lie
 * @param maxFirstIteration largest number that a run may start with (count)
 * @param earliest first plausible event time
 * @param latest first event time that is not plausible any more
 * @param rememberedIterations how many accepted iterations are kept to tell repetitions from conflicts (count)
 */
public record AdmissionLimits(
        int maxIterationJump,
        Duration maxTimeJump,
        int maxFirstIteration,
        Instant earliest,
        Instant latest,
        int rememberedIterations) {

    public AdmissionLimits {
        positive("max_iteration_jump", maxIterationJump);
        positive("max_time_jump", maxTimeJump.toMillis());
        positive("max_first_iteration", maxFirstIteration);
        positive("remembered_iterations", rememberedIterations);
        if (!earliest.isBefore(latest)) {
            throw new IllegalArgumentException("admission.earliest: " + earliest + " is not before latest " + latest);
        }
    }

    public static AdmissionLimits defaults() {
        return new AdmissionLimits(
                1000,
                Duration.ofDays(7),
                1_000_000,
                Instant.parse("2000-01-01T00:00:00Z"),
                Instant.parse("2100-01-01T00:00:00Z"),
                64);
    }

    private static void positive(String key, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("admission." + key + ": " + value + " is below 1");
        }
    }
}
