package io.soakstream.tuner.mapping;

import io.soakstream.schemas.contract.SoakEvent;

/** An event and what a step has made of it, on its way to the next step in the same task. */
public record InFlight<T>(SoakEvent event, T value) {
    public <U> InFlight<U> with(U next) {
        return new InFlight<>(event, next);
    }
}
