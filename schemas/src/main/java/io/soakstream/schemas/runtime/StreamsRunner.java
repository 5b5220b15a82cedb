package io.soakstream.schemas.runtime;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KafkaStreams.State;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a topology until it is closed or cannot go on. */
public final class StreamsRunner implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StreamsRunner.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(20);

    private final String name;
    private final KafkaStreams streams;
    private final boolean isStatic;
    private final RestoreWatch restore = new RestoreWatch();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    public StreamsRunner(String name, Topology topology, Map<String, Object> configuration, Clock clock) {
        this.name = name;
        this.isStatic =
                configuration.keySet().stream().anyMatch(key -> key.endsWith(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG));
        Properties properties = new Properties();
        properties.putAll(configuration);
        this.streams = new KafkaStreams(topology, properties);
        FailurePolicy policy = new FailurePolicy(clock);
        // Only an answer is given here: closing from inside this handler would wait for itself.
        streams.setUncaughtExceptionHandler(thrown -> {
            failure.set(thrown);
            tell(thrown);
            return policy.answer(thrown);
        });
        streams.setStateListener((now, before) -> changed(now));
        streams.setGlobalStateRestoreListener(restore);
    }

    /** Who was turned away has no defect to look for: where it happened would only hide what did. */
    private void tell(Throwable thrown) {
        Refusals.in(thrown)
                .ifPresentOrElse(
                        refused -> LOGGER.atError()
                                .addKeyValue("stream", name)
                                .addKeyValue("reason", refused.getMessage())
                                .log("the cluster turns the stream away"),
                        () -> LOGGER.atError()
                                .addKeyValue("stream", name)
                                .setCause(thrown)
                                .log("stream thread died"));
    }

    private void changed(State now) {
        LOGGER.atInfo().addKeyValue("stream", name).addKeyValue("state", now).log("state changed");
        if (now == State.RUNNING) {
            failure.set(null);
        }
        if (now == State.ERROR || now == State.NOT_RUNNING) {
            ended.countDown();
        }
    }

    public StreamsRunner start() {
        streams.start();
        return this;
    }

    public String name() {
        return name;
    }

    /** What the streams and our own sensors measure, by Kafka's names. */
    public Map<MetricName, ? extends Metric> metrics() {
        return streams.metrics();
    }

    public State state() {
        return streams.state();
    }

    /** The stream itself, for those who bind its metrics; only this runner starts and closes it. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Point reads of its stores. */
    public StoreReads reads() {
        return new StoreReads(name, streams);
    }

    /** Whether it has not come to its end; a stream that restores or rebalances is alive. */
    public boolean isAlive() {
        return ended.getCount() > 0;
    }

    /** Why it does no work now; empty: it does. */
    public Optional<String> obstacle() {
        State state = streams.state();
        if (state != State.RUNNING) {
            long remaining = restore.remaining();
            return Optional.of(name + " is " + state + (remaining > 0 ? ", " + remaining + " records to restore" : ""));
        }
        return failure()
                .map(cause -> name + " replaces a thread that died: " + cause)
                .or(() -> new PollAge(streams.metrics()).obstacle().map(age -> name + " " + age));
    }

    /** What killed the stream, without what Kafka wrapped around it; empty while it runs and after a clean end. */
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get()).map(thrown -> new CauseChain(thrown).innermost());
    }

    /** Waits for the end, clean or not, and gives the exit code for it. */
    public int awaitEnd() throws InterruptedException {
        ended.await();
        return Optional.ofNullable(failure.get()).map(StreamsRunner::exitCode).orElse(ExitCode.OK);
    }

    private static int exitCode(Throwable failure) {
        CauseChain chain = new CauseChain(failure);
        return Outages.isCauseOf(chain)
                        || chain.contains(RetriableException.class)
                        || Refusals.in(failure).isPresent()
                ? ExitCode.UNAVAILABLE
                : ExitCode.INTERNAL;
    }

    @Override
    public void close() {
        // Otherwise the others would wait for the session to time out before they take over. A member that has a name
        // of
        // its own is about to come back and keeps its work.
        CloseOptions.GroupMembershipOperation membership = isStatic
                ? CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP
                : CloseOptions.GroupMembershipOperation.LEAVE_GROUP;
        if (!streams.close(CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(membership))) {
            LOGGER.atWarn()
                    .addKeyValue("stream", name)
                    .addKeyValue("seconds", CLOSE_TIMEOUT.toSeconds())
                    .log("did not stop in time");
        }
    }
}
