package io.soakstream.deploy.proof;

import java.time.Duration;

/** What can be set from outside, as system properties {@code proof.*}. */
final class ProofOptions {
    static final int RUNS = Integer.getInteger("proof.runs", 20);
    static final int ITERATIONS = Integer.getInteger("proof.iterations", 200);

    private ProofOptions() {}

    static final Duration COMMIT = Duration.ofMillis(count("commit.ms", 1500));

    /** Given, or another for each JVM: the report tells it. */
    static long seed() {
        return Long.getLong("proof.seed", System.nanoTime() % 1_000_000);
    }

    static int count(String name, int byDefault) {
        return Integer.getInteger("proof." + name, byDefault);
    }
}
