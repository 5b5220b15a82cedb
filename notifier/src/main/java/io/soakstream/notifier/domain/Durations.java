package io.soakstream.notifier.domain;

/** Durations as people say them. */
public final class Durations {
    private static final long MINUTE = 60_000;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAY = 24 * HOUR;

    private Durations() {}

    /** {@code 45 s}, {@code 12 min}, {@code 3 h 20 min} or {@code 2 d 5 h}; never negative. */
    public static String words(long milliseconds) {
        long ms = Math.max(0, milliseconds);
        if (ms < MINUTE) {
            return ms / 1000 + " s";
        }
        if (ms < HOUR) {
            return ms / MINUTE + " min";
        }
        return ms < DAY ? twice(ms / HOUR, "h", ms % HOUR / MINUTE, "min") : twice(ms / DAY, "d", ms % DAY / HOUR, "h");
    }

    private static String twice(long large, String largeUnit, long small, String smallUnit) {
        return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
    }
}
