package io.soakstream.producer.loop;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.StartPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What is declared about a simulated run.
 *
 * @param key its name
 * @param iterations how many (count)
 * @param begin event time of its start
 * @param period length of an iteration
 * @param startPlan where the start values come from
 * @param autoTune false: the tuner only proposes
 */
public record SimulatedRun(
        RunKey key, int iterations, Instant begin, Duration period, StartPlan startPlan, boolean autoTune) {
    /** Event time of a run that is not tied to a clock: one seed gives one run, to the byte. */
    public static final Instant BEGIN = Instant.parse("2025-01-01T00:00:00Z");

    private static final double MS_PER_HOUR = 3_600_000.0;

    /** @throws IllegalArgumentException there is no iteration */
    public SimulatedRun {
        if (iterations < 1) {
            throw new IllegalArgumentException("iterations: " + iterations + " is below 1");
        }
    }

    /** What the first iteration runs with. */
    public Overrides startValues() {
        return OverridesMapper.of(start().startOverrides());
    }

    /** How long it will take (h). */
    public double hours() {
        return period.multipliedBy(iterations).toMillis() / MS_PER_HOUR;
    }

    public RunStarted started() {
        StartPlan.Start start = start();
        return RunStarted.newBuilder()
                .setTotalIterations(iterations)
                .setDeclaredHours(hours())
                .setPeriodMs(period.toMillis())
                .setProfile(start.profile().orElse(null))
                .setStartOverrides(start.startOverrides())
                .setSchedule(start.schedule())
                .setMode(RunMode.SIMULATED)
                .setAutoTune(autoTune)
                .build();
    }

    /**
     * @param lastEcho state hash of what the bot ran with at the end, if it said so
     * @param complete false: the run was ended before its time
     */
    public RunEnded ended(Optional<String> lastEcho, boolean complete) {
        return RunEnded.newBuilder()
                .setEnd(complete ? RunEnd.COMPLETED : RunEnd.ABORTED)
                .setOverridesHash(lastEcho.orElse(null))
                .build();
    }

    /** Event time of an iteration: its end, as a bot reports it. */
    public Instant timeOf(int iteration) {
        return begin.plus(period.multipliedBy(iteration));
    }

    /** Event time of the end. */
    public Instant end() {
        return timeOf(iterations);
    }

    private StartPlan.Start start() {
        return startPlan.resolve(ParameterCatalogue.standard(), Map.of());
    }
}
