package io.soakstream.producer.overrides;

import io.soakstream.producer.domain.RunKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The newest overrides of one run, as far as they were read. Safe for several threads. */
public final class RunOverrides {
    private static final Logger LOGGER = LoggerFactory.getLogger(RunOverrides.class);

    private final RunKey key;
    private final List<OverridesListener> listeners = new CopyOnWriteArrayList<>();
    private final List<Waiter> waiters = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Void> caughtUp = new CompletableFuture<>();
    private DesiredOverrides latest;
    private OverridesUnavailableException failure;

    public RunOverrides(RunKey key) {
        this.key = key;
    }

    public RunKey key() {
        return key;
    }

    /** The newest version; empty: none was read yet. */
    public synchronized Optional<DesiredOverrides> latest() {
        return Optional.ofNullable(latest);
    }

    /** Complete when everything has been read that was there when reading began. */
    public CompletableFuture<Void> caughtUp() {
        return caughtUp.copy();
    }

    /** Tells about everything from now on. */
    public void listen(OverridesListener listener) {
        listeners.add(listener);
    }

    /**
     * The newest version if it is wanted, else the next that is; completed on the thread that reads, or with an {@link
     * OverridesUnavailableException} if reading fails. Whoever does not need it any more cancels it.
     */
    public CompletableFuture<DesiredOverrides> next(Predicate<DesiredOverrides> wanted) {
        CompletableFuture<DesiredOverrides> answer = new CompletableFuture<>();
        synchronized (this) {
            if (failure != null) {
                return CompletableFuture.failedFuture(failure);
            }
            if (latest != null && wanted.test(latest)) {
                return CompletableFuture.completedFuture(latest);
            }
            Waiter waiter = new Waiter(wanted, answer);
            waiters.add(waiter);
            answer.whenComplete((version, failed) -> waiters.remove(waiter));
            return answer;
        }
    }

    /**
     * Waits for a version.
     *
     * @throws OverridesUnavailableException it did not come in time, or reading has failed
     */
    public DesiredOverrides await(Predicate<DesiredOverrides> wanted, Duration patience) {
        CompletableFuture<DesiredOverrides> answer = next(wanted);
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new OverridesUnavailableException(
                    "no such version of the overrides of " + key + " within " + patience.toMillis()
                            + " ms; the newest is "
                            + latest().map(DesiredOverrides::version).orElse(0L),
                    late);
        } catch (ExecutionException failed) {
            throw new OverridesUnavailableException(failed.getCause().getMessage(), failed.getCause());
        } catch (InterruptedException interrupted) {
            throw new InterruptException(interrupted);
        } finally {
            answer.cancel(false);
        }
    }

    /** A version was read; one that is not newer than the newest changes nothing, as the topic may be read again. */
    void accept(DesiredOverrides overrides) {
        synchronized (this) {
            if (latest != null && overrides.version() <= latest.version()) {
                return;
            }
            latest = overrides;
        }
        waiters.stream().filter(waiter -> waiter.wanted().test(overrides)).forEach(waiter -> waiter.answer()
                .complete(overrides));
        tell(listener -> listener.onOverrides(overrides));
    }

    void refuse(RefusedOverridesException refused) {
        LOGGER.atWarn()
                .addKeyValue("run", key)
                .addKeyValue("reason", refused.getMessage())
                .log("overrides refused");
        tell(listener -> listener.onRefused(refused));
    }

    void catchUp() {
        caughtUp.complete(null);
    }

    void fail(OverridesUnavailableException cause) {
        synchronized (this) {
            failure = cause;
        }
        caughtUp.completeExceptionally(cause);
        waiters.forEach(waiter -> waiter.answer().completeExceptionally(cause));
        tell(listener -> listener.onUnavailable(cause));
    }

    /** A listener's error is its own: the others are told all the same. */
    private void tell(Consumer<OverridesListener> news) {
        for (OverridesListener listener : listeners) {
            try {
                news.accept(listener);
            } catch (RuntimeException failed) {
                LOGGER.atError().setCause(failed).addKeyValue("run", key).log("a listener of overrides failed");
            }
        }
    }

    private record Waiter(Predicate<DesiredOverrides> wanted, CompletableFuture<DesiredOverrides> answer) {}
}
