package io.soakstream.producer.client;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.overrides.DesiredOverrides;
import io.soakstream.producer.overrides.From;
import io.soakstream.producer.overrides.OverridesFeed;
import io.soakstream.producer.overrides.OverridesUnavailableException;
import io.soakstream.producer.overrides.RunOverrides;
import io.soakstream.producer.sink.Delivery;
import io.soakstream.producer.sink.DeliveryFailedException;
import io.soakstream.producer.sink.EventLane;
import io.soakstream.producer.sink.EventSender;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.StartPlan;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.TopicPreflight;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/**
 * The way of a bot onto the stream, for any number of its runs. Thread-safe; one per process is enough.
 *
 * <p>It needs the rights Write on the events topic and Read on the overrides topic, and no consumer group.
 */
public final class SoakProducer implements AutoCloseable {
    private final EventSender sender;
    private final OverridesFeed feed;
    private final ClientLimits limits;
    private final InstantSource clock;
    private final Runnable onClose;

    SoakProducer(
            KafkaAccess access,
            Producer<byte[], byte[]> producer,
            Consumer<byte[], byte[]> consumer,
            ClientLimits limits,
            InstantSource clock,
            Runnable onClose) {
        // Before any generated class is made: the serdes vouch for them to Avro.
        AvroSerdes serdes = new AvroSerdes(access.registry());
        this.sender = new EventSender(producer, serdes, access.topics().events(), limits.sending());
        this.feed = new OverridesFeed(consumer, serdes, access.topics().overrides());
        this.limits = limits;
        this.clock = clock;
        this.onClose = onClose;
    }

    /**
     * Connects with the usual limits and the clock of this machine.
     *
     * @throws org.apache.kafka.common.KafkaException no broker answers, or a topic is missing; the message says which
     */
    public static SoakProducer connect(SoakConnection connection) {
        return connect(connection, ClientLimits.defaults());
    }

    /** As {@link #connect(SoakConnection)}, with limits of one's own. */
    public static SoakProducer connect(SoakConnection connection, ClientLimits limits) {
        HttpSchemaRegistry registry = new HttpSchemaRegistry(connection.registry());
        return connect(new ConnectionAccess(connection, registry), limits, InstantSource.system(), registry::close);
    }

    /**
     * Connects by an access that the caller closes.
     *
     * @param clock for the times of events that are given none
     * @throws org.apache.kafka.common.KafkaException no broker answers, or a topic is missing; the message says which
     */
    public static SoakProducer connect(KafkaAccess access, ClientLimits limits, InstantSource clock) {
        return connect(access, limits, clock, () -> {});
    }

    private static SoakProducer connect(
            KafkaAccess access, ClientLimits limits, InstantSource clock, Runnable onClose) {
        Map<String, Object> client = access.clientProperties();
        TopicPreflight.require(
                client, new AccessCatalogue(access.topics()).producer().needed());
        return new SoakProducer(
                access,
                new KafkaProducer<>(limits.producerProperties(client)),
                new KafkaConsumer<>(OverridesFeed.consumerProperties(client)),
                limits,
                clock,
                onClose);
    }

    /**
     * Starts a run now. On return its start is on the topic.
     *
     * @throws io.soakstream.schemas.parameter.InvalidParameterException a start value is none; the message names it
     * @throws DeliveryFailedException the start was not acknowledged
     * @throws OverridesUnavailableException the overrides topic cannot be read
     */
    public SoakRun start(RunPlan plan) {
        return start(plan, clock.instant());
    }

    /** As {@link #start(RunPlan)}, at a time of the bot's own, such as a simulated one. */
    public SoakRun start(RunPlan plan, Instant at) {
        StartPlan.Start start = plan.startPlan().resolve(ParameterCatalogue.standard(), plan.startValues());
        RunOverrides overrides = watch(plan.key(), From.END);
        EventLane lane = sender.lane();
        try {
            acknowledged(lane.send(new RunEvents(plan.key()).started(plan, start, at)));
        } catch (RuntimeException failed) {
            lane.giveUpLost();
            feed.forget(overrides);
            throw failed;
        }
        return run(DesiredOverrides.start(values(start), at), lane, overrides);
    }

    /**
     * Joins a run that is under way, after a restart of the bot.
     *
     * @param inForce what the bot runs with now
     * @throws OverridesUnavailableException the overrides topic cannot be read
     */
    public SoakRun join(RunKey key, Overrides inForce) {
        RunOverrides overrides = watch(key, From.BEGINNING);
        settled(overrides.caughtUp(), overrides);
        return run(DesiredOverrides.start(inForce, clock.instant()), sender.lane(), overrides);
    }

    private RunOverrides watch(RunKey key, From from) {
        RunOverrides overrides = new RunOverrides(key);
        settled(feed.watch(overrides, from), overrides);
        return overrides;
    }

    private void settled(CompletableFuture<Void> reading, RunOverrides overrides) {
        try {
            reading.orTimeout(limits.answer().toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException failed) {
            feed.forget(overrides);
            throw failed.getCause() instanceof OverridesUnavailableException known
                    ? known
                    : new OverridesUnavailableException(
                            "the overrides of " + overrides.key() + " could not be read in time", failed.getCause());
        }
    }

    private SoakRun run(DesiredOverrides startValues, EventLane lane, RunOverrides overrides) {
        return new SoakRun(startValues, lane, overrides, clock, () -> feed.forget(overrides));
    }

    private static void acknowledged(CompletableFuture<Delivery> delivery) {
        try {
            delivery.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException known ? known : failed;
        }
    }

    private static Overrides values(StartPlan.Start start) {
        return Overrides.startingFrom(
                ParameterCatalogue.standard(),
                start.startOverrides().stream()
                        .collect(Collectors.toMap(ParameterValue::getName, value -> new BigDecimal(value.getValue()))));
    }

    /**
     * Waits until everything is delivered, as long as the limits allow, and closes all connections. Runs that were not
     * ended go on: a bot may join them again.
     *
     * @throws UndeliveredException something was not delivered; the message names it
     */
    @Override
    public void close() {
        close(limits.close());
    }

    /** As {@link #close()}, with a patience of one's own. */
    public void close(Duration patience) {
        List<String> undelivered = sender.close(patience);
        feed.close();
        onClose.run();
        if (!undelivered.isEmpty()) {
            throw new UndeliveredException(undelivered);
        }
    }
}
