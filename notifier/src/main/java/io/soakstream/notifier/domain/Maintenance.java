package io.soakstream.notifier.domain;

/**
 * A time in which nobody wants to be told, but of a rollback.
 *
 * @param fromMs inclusive (ms since 1970-01-01 UTC)
 * @param untilMs exclusive (ms since 1970-01-01 UTC)
 */
public record Maintenance(long fromMs, long untilMs, String reason) {
    /** @throws IllegalArgumentException it ends before it begins */
    public Maintenance {
        if (untilMs <= fromMs) {
            throw new IllegalArgumentException("until: must be after from");
        }
    }

    boolean covers(long nowMs) {
        return fromMs <= nowMs && nowMs < untilMs;
    }
}
