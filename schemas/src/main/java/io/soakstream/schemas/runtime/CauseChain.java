package io.soakstream.schemas.runtime;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * An exception and its causes: what Kafka hands to a handler is often a wrapper around what happened.
 *
 * @param top the exception as it was handed over
 */
record CauseChain(Throwable top) {
    /** Causes can form a circle; no honest chain is this long (count). */
    private static final int MAX_LENGTH = 50;

    Stream<Throwable> stream() {
        return Stream.iterate(top, link -> link != null, Throwable::getCause).limit(MAX_LENGTH);
    }

    Throwable innermost() {
        return stream().reduce((outer, inner) -> inner).orElse(top);
    }

    <T extends Throwable> Optional<T> find(Class<T> type) {
        return stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    boolean contains(Class<? extends Throwable> type) {
        return find(type).isPresent();
    }
}
