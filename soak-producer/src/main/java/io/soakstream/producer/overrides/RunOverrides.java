package io.soakstream.producer.overrides;

import io.soakstream.producer.domain.RunKey;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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

    /** Tells about everything from now on. */
    public void listen(OverridesListener listener) {
        listeners.add(listener);
    }

    /**
     * Waits for a version.
     *
     * @throws OverridesUnavailableException it did not come in time, or reading has failed
     */
    public synchronized DesiredOverrides await(Predicate<DesiredOverrides> wanted, Duration patience) {
        return find(wanted, patience)
                .orElseThrow(() -> new OverridesUnavailableException("no such version of the overrides of " + key
                        + " within " + patience.toMillis() + " ms; the newest is "
                        + latest().map(DesiredOverrides::version).orElse(0L)));
    }

    /**
     * As {@link #await}, but to find none in time is no error.
     *
     * @throws OverridesUnavailableException reading has failed
     */
    public synchronized Optional<DesiredOverrides> find(Predicate<DesiredOverrides> wanted, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (latest == null || !wanted.test(latest)) {
            long left = deadline - System.nanoTime();
            if (failure != null) {
                throw new OverridesUnavailableException(failure.getMessage(), failure);
            }
            if (left <= 0) {
                return Optional.empty();
            }
            try {
                wait(left / 1_000_000 + 1);
            } catch (InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
        }
        return Optional.of(latest);
    }

    /** A version was read; one that is not newer than the newest changes nothing, as the topic may be read again. */
    void accept(DesiredOverrides overrides) {
        synchronized (this) {
            if (latest != null && overrides.version() <= latest.version()) {
                return;
            }
            latest = overrides;
            notifyAll();
        }
        tell(listener -> listener.onOverrides(overrides));
    }

    void refuse(RefusedOverridesException refused) {
        LOGGER.atWarn()
                .addKeyValue("run", key)
                .addKeyValue("reason", refused.getMessage())
                .log("overrides refused");
        tell(listener -> listener.onRefused(refused));
    }

    void fail(OverridesUnavailableException cause) {
        synchronized (this) {
            failure = cause;
            notifyAll();
        }
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
}
