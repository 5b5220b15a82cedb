package io.soakstream.producer.source;

import io.soakstream.producer.domain.Rejection;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading a body.
 *
 * @param value what it says; empty if anything in it was refused
 * @param rejections what was refused, with the place in the body
 */
public record BodyReading<T>(Optional<T> value, List<Rejection> rejections) {
    public BodyReading {
        rejections = List.copyOf(rejections);
    }

    static <T> BodyReading<T> of(T value) {
        return new BodyReading<>(Optional.of(value), List.of());
    }

    static <T> BodyReading<T> refused(List<Rejection> rejections) {
        return new BodyReading<>(Optional.empty(), rejections);
    }
}
