package io.soakstream.notifier.domain;

/**
 * When something is told.
 *
 * @param repeatIntervalMs least time between reminders (event time)
 * @param flapChanges changes of level within the window that are flapping (count)
 */
public record TellingRules(long repeatIntervalMs, int flapChanges, long flapWindowMs) {
    private static final long MINUTE = 60_000;

    /** @throws IllegalArgumentException a value makes no sense; the message begins with its name */
    public TellingRules {
        require(repeatIntervalMs > 0, "repeat_interval: must be above 0");
        require(flapChanges >= 2, "flap.changes: must be 2 or more");
        require(flapWindowMs > 0, "flap.window: must be above 0");
    }

    private static void require(boolean holds, String problem) {
        if (!holds) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** A reminder every four hours; five changes in forty minutes are flapping. */
    public static TellingRules defaults() {
        return new TellingRules(240 * MINUTE, 5, 40 * MINUTE);
    }
}
