package io.soakstream.producer.recording;

import io.soakstream.producer.domain.RunSelector;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;

/** Waits for the end of a run that is still under way, or not even begun. */
public final class RunFollower {
    private static final Duration POLL = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final AvroSerdes serdes;
    private final String topic;

    /** @param consumer with {@link TopicRecorder#consumerProperties}; the caller closes it */
    public RunFollower(Consumer<byte[], byte[]> consumer, SchemaRegistry registry, String topic) {
        this.consumer = consumer;
        this.serdes = new AvroSerdes(registry);
        this.topic = topic;
    }

    /**
     * Returns when the end of the run is on the topic.
     *
     * @return false: {@link #stop} came first
     */
    public boolean awaitEnd(RunSelector selector) {
        try (Deserializer<SoakEvent> values = serdes.of(SoakEvent.class).deserializer()) {
            consumer.assign(TopicScan.partitions(consumer, topic));
            consumer.seekToBeginning(consumer.assignment());
            while (true) {
                for (ConsumerRecord<byte[], byte[]> entry : consumer.poll(POLL)) {
                    if (isOf(selector, entry) && isEnd(values, entry)) {
                        return true;
                    }
                }
            }
        } catch (WakeupException stopped) {
            return false;
        }
    }

    /** Ends the wait; from any thread. */
    public void stop() {
        consumer.wakeup();
    }

    private static boolean isOf(RunSelector selector, ConsumerRecord<byte[], byte[]> entry) {
        return entry.key() != null
                && entry.value() != null
                && selector.matches(new String(entry.key(), StandardCharsets.UTF_8));
    }

    /** What is no event ends nothing; the recorder warns of it. */
    private boolean isEnd(Deserializer<SoakEvent> values, ConsumerRecord<byte[], byte[]> entry) {
        try {
            return values.deserialize(topic, entry.value()).getRunEnded() != null;
        } catch (UndecodableRecordException undecodable) {
            return false;
        }
    }
}
