package io.soakstream.deploy.benchmark;

import java.time.Duration;
import java.util.List;

/**
 * How much a benchmark does.
 *
 * @param records of every throughput row (count)
 * @param runs they are spread over (count)
 * @param repeats of every throughput row (count)
 * @param warmUpRecords of every throughput row before the first that counts (count)
 * @param scales numbers of runs with state (count)
 * @param scaleRecords processed on top of that state (count)
 * @param iterations length of the one long run (count)
 * @param ratesPerSecond of the open-loop generator (1/s)
 * @param latencyTime for how long each rate is kept up
 * @param failuresPerSecond that the notifier is to tell of (1/s)
 * @param notifierTime for how long each of these rates is kept up
 */
record Plan(
        long records,
        int runs,
        int repeats,
        long warmUpRecords,
        List<Integer> scales,
        long scaleRecords,
        int iterations,
        List<Integer> ratesPerSecond,
        Duration latencyTime,
        List<Integer> failuresPerSecond,
        Duration notifierTime) {

    static Plan full() {
        return new Plan(
                350_000,
                1_000,
                3,
                150_000,
                List.of(1_000, 100_000, 1_000_000),
                200_000,
                100_000,
                List.of(10, 200, 1_000),
                Duration.ofSeconds(20),
                List.of(1, 5, 10),
                Duration.ofSeconds(100));
    }

    /** The same rows with fewer records: to see whether something broke, not to publish. */
    static Plan quick() {
        return new Plan(
                100_000,
                1_000,
                1,
                50_000,
                List.of(1_000, 100_000),
                100_000,
                20_000,
                List.of(10, 200, 1_000),
                Duration.ofSeconds(8),
                List.of(1, 5, 10),
                Duration.ofSeconds(10));
    }

    /** With other numbers where they are given. */
    Plan with(Long records, Integer repeats, List<Integer> failuresPerSecond) {
        return new Plan(
                records == null ? this.records : records,
                runs,
                repeats == null ? this.repeats : repeats,
                warmUpRecords,
                scales,
                scaleRecords,
                iterations,
                ratesPerSecond,
                latencyTime,
                failuresPerSecond == null ? this.failuresPerSecond : failuresPerSecond,
                notifierTime);
    }
}
