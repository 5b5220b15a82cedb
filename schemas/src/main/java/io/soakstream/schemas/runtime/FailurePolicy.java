package io.soakstream.schemas.runtime;

import io.soakstream.schemas.registry.RegistryUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;

/**
 * What to do when a stream thread dies. A passing fault of the outside world is worth another thread, a few times in a
 * while; anything else would only die again at the same record.
 */
final class FailurePolicy {
    private static final int REPLACEMENTS = 3;
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final List<Class<? extends Throwable>> PASSING = List.of(
            RetriableException.class,
            // Source topics were there before the start: where they are not, the client's metadata is behind.
            MissingSourceTopicException.class,
            // A broker that was away for longer than the transaction may last has aborted it; Kafka Streams takes the
            // answer to the late commit for a defect. The next thread begins where the last commit was.
            InvalidTxnStateException.class);

    private final Clock clock;
    private final Deque<Instant> replaced = new ArrayDeque<>();

    FailurePolicy(Clock clock) {
        this.clock = clock;
    }

    synchronized StreamThreadExceptionResponse answer(Throwable failure) {
        if (new CauseChain(failure).contains(RegistryUnavailableException.class)) {
            // The client has waited already; an outage may last longer than any number of tries.
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        return isPassing(failure) && budgetLeft()
                ? StreamThreadExceptionResponse.REPLACE_THREAD
                : StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private boolean budgetLeft() {
        Instant now = clock.instant();
        while (!replaced.isEmpty() && replaced.peekFirst().isBefore(now.minus(PERIOD))) {
            replaced.removeFirst();
        }
        if (replaced.size() >= REPLACEMENTS) {
            return false;
        }
        replaced.addLast(now);
        return true;
    }

    private static boolean isPassing(Throwable failure) {
        CauseChain chain = new CauseChain(failure);
        boolean hopeless = Refusals.in(failure).isPresent() || chain.contains(Error.class);
        return !hopeless && PASSING.stream().anyMatch(chain::contains);
    }
}
