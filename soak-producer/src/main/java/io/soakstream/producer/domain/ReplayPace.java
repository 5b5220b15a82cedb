package io.soakstream.producer.domain;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How fast a recorded run is written again.
 *
 * @param speed recorded time that passes per unit of real time (ratio); infinite: nothing waits
 */
public record ReplayPace(double speed) {
    /** Nothing waits. */
    public static final ReplayPace FAST = new ReplayPace(Double.POSITIVE_INFINITY);

    /** As it was recorded. */
    public static final ReplayPace RECORDED = new ReplayPace(1);

    private static final Pattern TIMES = Pattern.compile("[0-9]{1,6}([.][0-9]{1,6})?x");
    private static final double NANOS_PER_MS = 1e6;

    public ReplayPace {
        if (!(speed > 0)) {
            throw new IllegalArgumentException("a pace must be above 0x: " + speed);
        }
    }

    /**
     * Reads {@code fast}, {@code recorded} or a number of times, as {@code 60x}.
     *
     * @throws IllegalArgumentException it is none of them
     */
    public static ReplayPace parse(String text) {
        if (text.equals("fast")) {
            return FAST;
        }
        if (text.equals("recorded")) {
            return RECORDED;
        }
        if (!TIMES.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "expected fast, recorded or a number of times as 60x but was '" + text + "'");
        }
        return new ReplayPace(Double.parseDouble(text.substring(0, text.length() - 1)));
    }

    public boolean waits() {
        return !Double.isInfinite(speed);
    }

    /**
     * How long after an event the next one is written; nothing where time stands still or goes back.
     *
     * @param previousMs event time of the one before (ms since 1970)
     * @param nextMs event time of the next (ms since 1970)
     */
    public Duration between(long previousMs, long nextMs) {
        long recordedMs = Math.max(0, nextMs - previousMs);
        return Duration.ofNanos(Math.round(recordedMs * NANOS_PER_MS / speed));
    }
}
