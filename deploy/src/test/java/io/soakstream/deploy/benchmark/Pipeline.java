package io.soakstream.deploy.benchmark;

import java.util.Optional;

/** Something that reads one topic in transactions and writes another. */
interface Pipeline extends AutoCloseable {
    /** Its consumer group, and what the names of its threads begin with. */
    String id();

    void start();

    /** Whether it has its partitions and its state. */
    boolean isRunning();

    /** What ended it; empty while it works. */
    Optional<Throwable> failure();

    @Override
    void close();
}
