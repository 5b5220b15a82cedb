package io.soakstream.producer.sink;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes events under their run's key, in order, and waits until all are acknowledged. */
public final class EventPublisher {
    private static final Duration DELIVERY = Duration.ofMinutes(2);
    /** How long the first record waits for a broker to say where it belongs. */
    private static final Duration CONNECT = Duration.ofSeconds(20);

    private final Producer<byte[], byte[]> producer;
    private final EventRecords records;

    /**
     * @param producer a producer with {@link #producerProperties}; the caller closes it
     * @param serdes serdes of the registry that the topic's readers use
     * @param topic the events topic
     */
    public EventPublisher(Producer<byte[], byte[]> producer, AvroSerdes serdes, Topic<SoakEvent> topic) {
        this.producer = producer;
        this.records = new EventRecords(serdes, topic);
    }

    /** What the producer needs beside the connection, so that no event is lost, doubled or overtaken. */
    public static Map<String, Object> producerProperties(Map<String, Object> client) {
        Map<String, Object> properties = new HashMap<>(client);
        properties.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
        properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, CONNECT.toMillis());
        return properties;
    }

    /**
     * Writes the events of one run.
     *
     * @throws PublishFailedException an event was not acknowledged; those after it may or may not have been
     * @throws io.soakstream.schemas.registry.RegistryUnavailableException the registry did not answer
     */
    public PublishReport publish(List<SoakEvent> events) {
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(events.size());
        PublishReport report = PublishReport.NOTHING;
        for (SoakEvent event : events) {
            acknowledgements.add(send(event));
            // Without a broker every send fails only after a long wait: the first is enough.
            if (acknowledgements.size() == 1) {
                report = await(acknowledgements.get(0), event, report);
            }
        }
        for (int index = 1; index < events.size(); index++) {
            report = await(acknowledgements.get(index), events.get(index), report);
        }
        return report;
    }

    private Future<RecordMetadata> send(SoakEvent event) {
        return producer.send(records.of(event));
    }

    private static PublishReport await(Future<RecordMetadata> acknowledgement, SoakEvent event, PublishReport report) {
        try {
            RecordMetadata written = acknowledgement.get();
            return report.plus(written.partition(), written.offset());
        } catch (ExecutionException failed) {
            Throwable cause = failed.getCause();
            throw new PublishFailedException(
                    EventLabel.of(event) + " was not written: " + cause.getMessage(), report.published(), cause);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptException(interrupted);
        }
    }
}
