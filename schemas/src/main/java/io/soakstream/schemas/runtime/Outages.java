package io.soakstream.schemas.runtime;

import io.soakstream.schemas.registry.RegistryAuthenticationException;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.kafka.common.errors.InterruptException;

/** Failures of the world around a record: they say nothing about the record, which must not be lost to them. */
final class Outages {
    private static final List<Class<? extends Throwable>> TYPES = List.of(
            RegistryUnavailableException.class,
            RegistryAuthenticationException.class,
            IOException.class,
            UncheckedIOException.class,
            InterruptException.class,
            InterruptedException.class);

    private Outages() {}

    static boolean isCauseOf(CauseChain chain) {
        return TYPES.stream().anyMatch(chain::contains);
    }
}
