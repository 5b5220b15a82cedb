package io.soakstream.producer.overrides;

import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the overrides of any number of runs up to date, on one daemon thread with one consumer. */
public final class OverridesFeed implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(OverridesFeed.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;
    private final OverridesReader reader;
    private final Set<RunOverrides> watched = ConcurrentHashMap.newKeySet();
    /** Watches that are asked for and not begun. */
    private final Set<CompletableFuture<Void>> unsettled = ConcurrentHashMap.newKeySet();
    /** What other threads want done: a consumer is for one thread. */
    private final BlockingQueue<Runnable> requests = new LinkedBlockingQueue<>();

    private final Thread thread = new Thread(this::run, "soak-overrides");
    private volatile OverridesUnavailableException failure;
    private volatile boolean closed;

    /**
     * Starts the thread.
     *
     * @param consumer a consumer with {@link #consumerProperties}; closed with this
     * @param topic the overrides topic
     */
    public OverridesFeed(Consumer<byte[], byte[]> consumer, AvroSerdes serdes, Topic<RuntimeOverrides> topic) {
        this.consumer = consumer;
        this.reader = new OverridesReader(consumer, serdes, topic);
        thread.setDaemon(true);
        thread.start();
    }

    /** What the consumer needs beside the connection: committed records only, no group. */
    public static Map<String, Object> consumerProperties(Map<String, Object> client) {
        return OverridesReader.consumerProperties(client);
    }

    /**
     * Begins to read the overrides of a run.
     *
     * @return complete when it is settled from which record on, or with an {@link OverridesUnavailableException}
     */
    public CompletableFuture<Void> watch(RunOverrides run, From from) {
        watched.add(run);
        // Looked at after that: a failure from now on finds the run among the watched.
        if (failure != null) {
            watched.remove(run);
            return CompletableFuture.failedFuture(failure);
        }
        CompletableFuture<Void> settled = new CompletableFuture<>();
        unsettled.add(settled);
        settled.whenComplete((done, failed) -> unsettled.remove(settled));
        request(() -> begin(run, from, settled));
        if (failure != null) {
            // It may have come between the look above and the request, which nobody takes up then.
            settled.completeExceptionally(failure);
        }
        return settled;
    }

    private void begin(RunOverrides run, From from, CompletableFuture<Void> settled) {
        try {
            reader.watch(run, from);
            settled.complete(null);
        } catch (WakeupException woken) {
            // The call that announced this request came after it was taken up.
            requests.add(() -> begin(run, from, settled));
        } catch (RuntimeException failed) {
            watched.remove(run);
            reader.forget(run);
            settled.completeExceptionally(new OverridesUnavailableException(
                    "the overrides of " + run.key() + " cannot be read: " + failed.getMessage(), failed));
        }
    }

    /** Why nothing is read any more; empty: reading goes on. */
    public Optional<OverridesUnavailableException> failure() {
        return Optional.ofNullable(failure);
    }

    /** Ends the reading of a run's overrides. */
    public void forget(RunOverrides run) {
        watched.remove(run);
        request(() -> reader.forget(run));
    }

    private void request(Runnable work) {
        requests.add(work);
        consumer.wakeup();
    }

    private void run() {
        try {
            while (!closed) {
                step();
            }
        } catch (InterruptException | InterruptedException interrupted) {
            fail(new OverridesUnavailableException("the reading of overrides was interrupted", interrupted));
        } catch (RuntimeException broken) {
            fail(new OverridesUnavailableException("overrides cannot be read: " + broken.getMessage(), broken));
        } finally {
            reader.close();
        }
    }

    private void step() throws InterruptedException {
        try {
            if (!reader.isWatching()) {
                Runnable request = requests.poll(POLL.toMillis(), TimeUnit.MILLISECONDS);
                if (request != null) {
                    request.run();
                }
                return;
            }
            for (Runnable request = requests.poll(); request != null; request = requests.poll()) {
                request.run();
            }
            reader.poll(POLL);
        } catch (WakeupException woken) {
            // Somebody wants something, or it is time to stop: the loop looks.
        } catch (RegistryUnavailableException away) {
            LOGGER.atWarn().addKeyValue("cause", away.getMessage()).log("overrides wait for the schema registry");
        } catch (RetriableException away) {
            LOGGER.atWarn().addKeyValue("cause", away.getMessage()).log("overrides wait for the broker");
        }
    }

    private void fail(OverridesUnavailableException cause) {
        failure = cause;
        LOGGER.atError().setCause(cause).log("the reading of overrides has ended");
        watched.forEach(run -> run.fail(cause));
        unsettled.forEach(settled -> settled.completeExceptionally(cause));
    }

    @Override
    public void close() {
        closed = true;
        consumer.wakeup();
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
