package io.soakstream.deploy.proof;

import java.time.Duration;

/** What can be set from outside, as system properties {@code proof.*}. */
public final class ProofOptions {
    static final int RUNS = Integer.getInteger("proof.runs", 20);
    static final int ITERATIONS = Integer.getInteger("proof.iterations", 200);

    private static final String SEED = "proof.seed";
    /** With which the short forms are known to hold: what fails in a build is not the draw. */
    private static final long FIXED_SEED = 20_261_121L;

    private ProofOptions() {}

    static final Duration COMMIT = Duration.ofMillis(count("commit.ms", 1500));

    /** Of the short forms, which run in every build: given, or always the same. */
    public static long fixedSeed() {
        return Long.getLong(SEED, FIXED_SEED);
    }

    /** Of the long forms: given, or another each time; the report tells it. */
    public static long drawnSeed() {
        return Long.getLong(SEED, System.nanoTime() % 1_000_000);
    }

    static int count(String name, int byDefault) {
        return Integer.getInteger("proof." + name, byDefault);
    }
}
