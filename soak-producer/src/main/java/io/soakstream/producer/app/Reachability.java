package io.soakstream.producer.app;

import java.util.Optional;
import java.util.function.Supplier;

/** Tells why the cluster cannot be reached; empty: it can. */
public interface Reachability extends Supplier<Optional<String>>, AutoCloseable {
    @Override
    void close();
}
