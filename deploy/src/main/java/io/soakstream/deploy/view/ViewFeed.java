package io.soakstream.deploy.view;

import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the committed topics into a view, from their beginning and for ever, without a consumer group. What fails is begun
 * anew where it was: a view never misses a record, and takes none twice.
 */
public final class ViewFeed implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(ViewFeed.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(3);
    private static final long STUCK_NANOS = Duration.ofSeconds(15).toNanos();

    private final KafkaAccess access;
    private final CommittedView view;
    private final Map<String, Deserializer<? extends SpecificRecord>> topics = new LinkedHashMap<>();
    private final Map<TopicPartition, Long> next = new HashMap<>();
    private final FetchWatch fetches = new FetchWatch(System::nanoTime);
    private final Thread thread = new Thread(this::run, "committed-view");
    private Consumer<byte[], byte[]> consumer;
    private boolean closing;
    private volatile long polledAtNanos = System.nanoTime();
    private volatile boolean caughtUp;
    private volatile String failure = "";

    private ViewFeed(KafkaAccess access, CommittedView view) {
        this.access = access;
        this.view = view;
        AvroSerdes serdes = new AvroSerdes(access.registry());
        reads(access.topics().decisions(), serdes, TuningDecision.class);
        reads(access.topics().applications(), serdes, DeltaApplication.class);
        reads(access.topics().overrides(), serdes, RuntimeOverrides.class);
        reads(access.topics().verdicts(), serdes, Verdict.class);
        reads(access.topics().notifications(), serdes, NotificationRecord.class);
    }

    private <T extends SpecificRecord> void reads(Topic<T> topic, AvroSerdes serdes, Class<T> type) {
        topics.put(topic.name(), serdes.of(type).deserializer());
    }

    /** Begins to read. */
    public static ViewFeed start(KafkaAccess access, CommittedView view) {
        ViewFeed feed = new ViewFeed(access, view);
        feed.thread.setDaemon(true);
        feed.thread.start();
        return feed;
    }

    /** Why the view does not show what is on the topics; empty: it does. */
    public Optional<String> obstacle() {
        if (!failure.isEmpty()) {
            return Optional.of("the view begins anew: " + failure);
        }
        if (System.nanoTime() - polledAtNanos > STUCK_NANOS) {
            return Optional.of("the view has not asked for records for a while");
        }
        return caughtUp ? Optional.empty() : Optional.of("the view is still reading the topics");
    }

    /** Why nothing new reaches the view now, which shows all that came before; empty: it does. */
    public Optional<String> silence() {
        return fetches.silence();
    }

    /** Whether everything that was on the topics when it started has been read. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    private void run() {
        while (open()) {
            try {
                read();
            } catch (WakeupException woken) {
                LOGGER.atDebug().log("woken to stop");
            } catch (RuntimeException failed) {
                say(failed.toString());
                rest();
            } finally {
                leave();
            }
        }
    }

    /** Once for each reason: what somebody has to mend first lasts, and would fill the log. */
    private void say(String reason) {
        if (!reason.equals(failure)) {
            LOGGER.atWarn().addKeyValue("reason", reason).log("the view begins anew");
        }
        failure = reason;
    }

    private void read() {
        begin();
        fetches.begin(consumer);
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (true) {
            consumer.poll(POLL).forEach(this::take);
            polledAtNanos = System.nanoTime();
            fetches.look();
            failure = "";
            caughtUp = caughtUp
                    || ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
        }
    }

    private void begin() {
        List<TopicPartition> partitions = topics.keySet().stream()
                .flatMap(topic -> partitions(topic).stream())
                .toList();
        consumer.assign(partitions);
        partitions.forEach(partition -> {
            Long position = next.get(partition);
            if (position == null) {
                consumer.seekToBeginning(List.of(partition));
            } else {
                consumer.seek(partition, position);
            }
        });
    }

    private List<TopicPartition> partitions(String topic) {
        List<TopicPartition> found = consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (found.isEmpty()) {
            throw new UnknownTopicOrPartitionException("there is no topic " + topic);
        }
        return found;
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        try {
            SpecificRecord value = topics.get(record.topic()).deserialize(record.topic(), record.value());
            // A tombstone says that overrides may be forgotten, which a view does by itself.
            if (value != null) {
                view.add(value, record.partition(), record.offset(), record.timestamp());
            }
        } catch (UndecodableRecordException undecodable) {
            LOGGER.atError()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("code", undecodable.code())
                    .log("record cannot be decoded, passed over");
        }
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
    }

    /** False: it is closing. */
    private synchronized boolean open() {
        if (!closing) {
            Map<String, Object> properties = new HashMap<>(access.clientProperties());
            properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
            properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
            properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
            properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
            consumer = new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }
        return !closing;
    }

    private synchronized void leave() {
        consumer.close();
        consumer = null;
    }

    private synchronized void rest() {
        try {
            if (!closing) {
                wait(AGAIN_AFTER.toMillis());
            }
        } catch (InterruptedException interrupted) {
            closing = true;
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closing = true;
            if (consumer != null) {
                consumer.wakeup();
            }
            notifyAll();
        }
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
