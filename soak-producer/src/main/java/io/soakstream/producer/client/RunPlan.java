package io.soakstream.producer.client;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.profile.StartPlan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What is declared about a run when it starts.
 *
 * @param key bot and run; the name of a run is used once
 * @param mode how it takes place
 * @param period time between iterations
 * @param totalIterations how many iterations there will be (count); empty: that is open
 * @param declaredHours how long it will take (h); empty: that is open
 * @param startValues values that the bot starts with, by flat name or path; what is absent is the catalogue's
 * @param startPlan profile, preset and warm-up that the start values come from
 * @param autoTune false: the tuner only proposes
 */
public record RunPlan(
        RunKey key,
        RunMode mode,
        Duration period,
        OptionalInt totalIterations,
        OptionalDouble declaredHours,
        Map<String, BigDecimal> startValues,
        StartPlan startPlan,
        boolean autoTune) {
    private static final Duration DEFAULT_PERIOD = Duration.ofMinutes(5);

    /** @throws IllegalArgumentException something is out of range; the message names it */
    public RunPlan {
        startValues = Map.copyOf(startValues);
        require(period.toMillis() >= 1, "period", period);
        require(totalIterations.orElse(1) >= 1, "totalIterations", totalIterations);
        require(declaredHours.orElse(1) > 0, "declaredHours", declaredHours);
    }

    /**
     * A live run with the catalogue's start values, an iteration every five minutes, and no declared end.
     *
     * @throws IllegalArgumentException a part of the key is not a name
     */
    public static RunPlan of(String bot, String run) {
        return new RunPlan(
                new RunKey(bot, run),
                RunMode.LIVE,
                DEFAULT_PERIOD,
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Map.of(),
                StartPlan.none(),
                true);
    }

    public RunPlan withMode(RunMode other) {
        return new RunPlan(key, other, period, totalIterations, declaredHours, startValues, startPlan, autoTune);
    }

    public RunPlan withPeriod(Duration other) {
        return new RunPlan(key, mode, other, totalIterations, declaredHours, startValues, startPlan, autoTune);
    }

    public RunPlan withTotalIterations(int total) {
        return new RunPlan(key, mode, period, OptionalInt.of(total), declaredHours, startValues, startPlan, autoTune);
    }

    public RunPlan withDeclaredHours(double hours) {
        return new RunPlan(
                key, mode, period, totalIterations, OptionalDouble.of(hours), startValues, startPlan, autoTune);
    }

    /** With values over the catalogue's start values. */
    public RunPlan withStartValues(Map<String, BigDecimal> values) {
        return new RunPlan(key, mode, period, totalIterations, declaredHours, values, startPlan, autoTune);
    }

    /** With a profile, a preset or a warm-up. */
    public RunPlan withStartPlan(StartPlan plan) {
        return new RunPlan(key, mode, period, totalIterations, declaredHours, startValues, plan, autoTune);
    }

    public RunPlan withAutoTune(boolean on) {
        return new RunPlan(key, mode, period, totalIterations, declaredHours, startValues, startPlan, on);
    }

    private static void require(boolean condition, String name, Object value) {
        if (!condition) {
            throw new IllegalArgumentException(name + ": " + value + " is out of range");
        }
    }
}
