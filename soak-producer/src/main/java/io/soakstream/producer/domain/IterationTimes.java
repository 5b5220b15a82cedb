package io.soakstream.producer.domain;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Event times of the iterations of a recorded soak. Times decide (debounce, cooldown), so a soak in which one is missing
 * or two are equal gets times for all its iterations at the declared period, and says so.
 *
 * @param epochMs one time for each iteration, in their order (ms since 1970-01-01 UTC)
 * @param synthesised whether they are made up
 */
public record IterationTimes(List<Long> epochMs, boolean synthesised) {
    /** Start of a soak without any time: 2000-01-01T00:00:00Z, the earliest that a run may have. */
    public static final long EPOCH_MS = 946_684_800_000L;

    public IterationTimes {
        epochMs = List.copyOf(epochMs);
    }

    /**
     * Takes the stated times, or makes up all of them: the first usable one + (iteration - first iteration) x period, so
     * that a gap keeps its time.
     *
     * @param stamps the iterations, ascending
     * @param period declared time between two of them
     */
    public static IterationTimes resolve(List<IterationStamp> stamps, Duration period) {
        if (usable(stamps)) {
            return new IterationTimes(
                    stamps.stream().map(stamp -> stamp.epochMs().getAsLong()).toList(), false);
        }
        long start = stamps.stream()
                .map(IterationStamp::epochMs)
                .flatMapToLong(OptionalLong::stream)
                .findFirst()
                .orElse(EPOCH_MS);
        int first = stamps.get(0).iteration();
        return new IterationTimes(
                stamps.stream()
                        .map(stamp -> start + ((long) stamp.iteration() - first) * period.toMillis())
                        .toList(),
                true);
    }

    private static boolean usable(List<IterationStamp> stamps) {
        Set<Long> seen = new HashSet<>();
        return stamps.stream()
                .allMatch(stamp ->
                        stamp.epochMs().isPresent() && seen.add(stamp.epochMs().getAsLong()));
    }
}
