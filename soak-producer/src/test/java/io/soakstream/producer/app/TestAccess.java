package io.soakstream.producer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.recording.RecordedEvent;
import io.soakstream.producer.recording.Runs;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.Topics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A topic with one partition and a registry, both in memory: what is produced can be consumed. */
final class TestAccess implements KafkaAccess, KafkaClients {
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final MockProducer<byte[], byte[]> producer = new OpenProducer();

    /** Everything that was produced, as records of the topic. */
    List<RecordedEvent> log() {
        return producer.history().stream()
                .map(one -> RecordedEvent.of(one.key(), one.value()))
                .toList();
    }

    MockProducer<byte[], byte[]> producer() {
        return producer;
    }

    @Override
    public Map<String, Object> clientProperties() {
        return Map.of();
    }

    @Override
    public SchemaRegistry registry() {
        return registry;
    }

    @Override
    public Topics topics() {
        return Topics.standard();
    }

    @Override
    public void preflight(Map<String, Object> connection, AccessRule... needed) {
        assertThat(needed)
                .extracting(AccessRule::name)
                .contains(topics().events().name());
    }

    @Override
    public Reachability reachability(Map<String, Object> connection) {
        return new Reachability() {
            @Override
            public Optional<String> get() {
                return Optional.empty();
            }

            @Override
            public void close() {
                // There is nothing behind it.
            }
        };
    }

    @Override
    public Producer<byte[], byte[]> producer(Map<String, Object> connection) {
        return producer;
    }

    @Override
    public Consumer<byte[], byte[]> consumer(Map<String, Object> connection) {
        return Runs.consumer(List.of(log()));
    }

    /** Several commands use it one after the other, and each closes it. */
    private static final class OpenProducer extends MockProducer<byte[], byte[]> {
        OpenProducer() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void close() {
            flush();
        }
    }
}
