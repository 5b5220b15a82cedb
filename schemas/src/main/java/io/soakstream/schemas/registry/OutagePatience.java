package io.soakstream.schemas.registry;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for a registry that is away: attempts again with growing, jittered pauses until the patience is used up.
 *
 * <p>An outage is logged when it begins and when it ends, however many attempts and threads it meets.
 */
final class OutagePatience {
    private static final Logger LOGGER = LoggerFactory.getLogger(OutagePatience.class);
    /** Part of the pause that is random, so that instances do not return in step (fraction). */
    private static final double JITTER = 0.25;

    private static final long UP = 0;

    private final RegistryConfig config;
    private final FailsafeExecutor<RegistryAnswer> executor;
    /** When the outage began ({@link System#nanoTime}, never 0), or {@link #UP}. */
    private final AtomicLong downSince = new AtomicLong(UP);

    OutagePatience(RegistryConfig config) {
        this.config = config;
        RegistryTimeouts timeouts = config.timeouts();
        this.executor = Failsafe.with(RetryPolicy.<RegistryAnswer>builder()
                .handle(IOException.class)
                .withBackoff(timeouts.firstBackoff(), timeouts.largestBackoff())
                .withJitter(JITTER)
                .withMaxAttempts(-1)
                .withMaxDuration(timeouts.patience())
                .onFailedAttempt(attempt -> outageBegins(attempt.getLastException()))
                .build());
    }

    /**
     * @param attempt one exchange; an {@link IOException} from it counts as an outage
     * @throws RegistryUnavailableException the patience is used up, or the thread was interrupted; the interrupt flag
     *     is kept
     */
    RegistryAnswer await(Callable<RegistryAnswer> attempt) {
        try {
            RegistryAnswer answer = executor.get(attempt::call);
            outageEnds();
            return answer;
        } catch (FailsafeException failed) {
            throw unavailable(failed.getCause());
        }
    }

    private RegistryUnavailableException unavailable(Throwable cause) {
        if (cause instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new RegistryUnavailableException("interrupted while waiting for " + config.url(), cause);
        }
        return new RegistryUnavailableException(
                "the schema registry " + config.url() + " has not answered properly for "
                        + config.timeouts().patience().toSeconds() + " s: " + cause.getMessage(),
                cause);
    }

    private void outageBegins(Throwable cause) {
        if (downSince.compareAndSet(UP, System.nanoTime() | 1)) {
            LOGGER.atWarn()
                    .addKeyValue("registry", config.url())
                    .addKeyValue("cause", cause.getMessage())
                    .log("schema registry is away, waiting for it");
        }
    }

    private void outageEnds() {
        long since = downSince.getAndSet(UP);
        if (since != UP) {
            LOGGER.atInfo()
                    .addKeyValue("registry", config.url())
                    .addKeyValue("awayMs", (System.nanoTime() - since) / 1_000_000)
                    .log("schema registry answers again");
        }
    }
}
