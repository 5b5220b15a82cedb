package io.soakstream.deploy.poison;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Writes good and bad records to the events topic and remembers what must become of the bad ones. */
final class PoisonedLog implements AutoCloseable {
    private final Producer<byte[], byte[]> producer;
    private final String topic;
    private final Map<DeadLetter.Position, String> expectedCodes = new HashMap<>();

    PoisonedLog(KafkaAccess access) {
        Map<String, Object> properties = new HashMap<>(EventPublisher.producerProperties(access.clientProperties()));
        // Larger than the topic takes: the broker is to refuse what is absurd, not this client.
        properties.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 8 * 1024 * 1024);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
        this.producer = new KafkaProducer<>(properties);
        this.topic = access.topics().events().name();
    }

    /** @param partition where to write it; {@code null}: by the key */
    DeadLetter.Position write(Integer partition, byte[] key, byte[] value) {
        try {
            RecordMetadata written = producer.send(new ProducerRecord<>(topic, partition, key, value))
                    .get();
            return new DeadLetter.Position(written.partition(), written.offset());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException refused ? refused : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    void poison(Integer partition, byte[] key, byte[] value, String expectedCode) {
        expectedCodes.put(write(partition, key, value), expectedCode);
    }

    /** Reason by the place of the bad record on the events topic. */
    Map<DeadLetter.Position, String> expectedCodes() {
        return Map.copyOf(expectedCodes);
    }

    @Override
    public void close() {
        producer.close();
    }
}
