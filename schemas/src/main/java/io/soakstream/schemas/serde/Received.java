package io.soakstream.schemas.serde;

import java.util.Objects;

/**
 * A decoded value with the bytes it came from, so that a record that is refused later can be dead-lettered as it was
 * received.
 *
 * @param value the decoded value
 * @param bytes the source bytes, not copied; {@code null} where the value was made here
 */
@SuppressWarnings("ArrayRecordComponent") // Copies on the hot path would cost more than the array's identity.
public record Received<T>(T value, byte[] bytes) {
    public Received {
        Objects.requireNonNull(value, "a tombstone is a null record, not a record of null");
    }
}
