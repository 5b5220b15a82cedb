package io.soakstream.tuner.domain.guard;

/**
 * A signal that must hold before it counts, and must stay away before it does not.
 *
 * @param active the debounced signal
 * @param sinceMs event time since which it has this value (ms)
 * @param raw the latest raw sample
 * @param samples samples in a row with that raw value (count), up to what the limits ask for; 0: none yet
 * @param rawSinceMs event time of the first of them (ms)
 * @param lastSampleMs event time of the last of them (ms)
 */
public record Debounce(boolean active, long sinceMs, boolean raw, int samples, long rawSinceMs, long lastSampleMs) {

    public static Debounce closed(long eventTimeMs) {
        return new Debounce(false, eventTimeMs, false, 0, eventTimeMs, eventTimeMs);
    }

    /**
     * One more sample.
     *
     * @param maxGapMs a longer time without a sample restarts the count (ms)
     */
    public Debounce sampled(boolean signal, long eventTimeMs, DebounceLimits limits, long maxGapMs) {
        boolean goesOn = samples > 0 && signal == raw && eventTimeMs - lastSampleMs <= maxGapMs;
        int counted = goesOn ? Math.min(samples + 1, limits.mostSamples()) : 1;
        long since = goesOn ? rawSinceMs : eventTimeMs;
        boolean flips = signal != active
                && counted >= limits.samples(signal)
                && eventTimeMs - since >= limits.durationMs(signal);
        return new Debounce(
                flips ? signal : active, flips ? eventTimeMs : sinceMs, signal, counted, since, eventTimeMs);
    }
}
