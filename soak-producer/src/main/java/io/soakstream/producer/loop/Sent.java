package io.soakstream.producer.loop;

import io.soakstream.schemas.contract.IterationSummary;
import java.util.Optional;
import java.util.function.Function;

/** What a bot sends. */
public sealed interface Sent {

    /** An iteration that the tuner can take. */
    static Sent iteration(IterationSummary summary) {
        return new Iteration(summary, true);
    }

    /** An iteration that nobody can take. */
    static Sent nonsense(IterationSummary summary) {
        return new Iteration(summary, false);
    }

    /** Bytes that are no event at all. */
    static Sent garbage(byte[] bytes) {
        return new Garbage(bytes);
    }

    <T> T fold(Function<IterationSummary, T> onIteration, Function<byte[], T> onGarbage);

    /** The iteration, if the tuner can take it and so will answer it. */
    Optional<IterationSummary> sound();

    /** @param isSound the tuner can take it */
    record Iteration(IterationSummary summary, boolean isSound) implements Sent {
        @Override
        public <T> T fold(Function<IterationSummary, T> onIteration, Function<byte[], T> onGarbage) {
            return onIteration.apply(summary);
        }

        @Override
        public Optional<IterationSummary> sound() {
            return isSound ? Optional.of(summary) : Optional.empty();
        }
    }

    /** @param bytes what no schema fits */
    record Garbage(byte[] bytes) implements Sent {
        public Garbage {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public <T> T fold(Function<IterationSummary, T> onIteration, Function<byte[], T> onGarbage) {
            return onGarbage.apply(bytes());
        }

        @Override
        public Optional<IterationSummary> sound() {
            return Optional.empty();
        }
    }
}
