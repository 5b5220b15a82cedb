package io.soakstream.producer.sidecar;

import java.util.Map;

/**
 * A time through which the bot's file was seen with the same values.
 *
 * @param sinceMs from when (ms since 1970-01-01 UTC)
 * @param untilMs when it was last seen so (ms since 1970-01-01 UTC)
 * @param hash state hash of the values (hex SHA-256); {@code null}: the file could not be read
 * @param values flat name to plain decimal; empty: the values are not such as the catalogue allows
 */
record InForceSpan(long sinceMs, long untilMs, String hash, Map<String, String> values) {
    InForceSpan {
        values = Map.copyOf(values);
    }

    InForceSpan seenAt(long ms) {
        return new InForceSpan(sinceMs, Math.max(untilMs, ms), hash, values);
    }

    /** Whether the file had these values before the time began and still after it had ended. */
    boolean covers(long fromMs, long toMs) {
        return sinceMs < fromMs && untilMs > toMs;
    }
}
