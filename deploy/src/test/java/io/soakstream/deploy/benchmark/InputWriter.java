package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.topic.Topic;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongFunction;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Puts records on a topic before a measurement. */
final class InputWriter {
    private static final int BATCH_BYTES = 256 * 1024;
    private static final int LINGER_MS = 20;

    private final BenchmarkBroker broker;

    InputWriter(BenchmarkBroker broker) {
        this.broker = broker;
    }

    /** All events of a load. */
    Input events(Topic<SoakEvent> topic, EventLoad load) {
        Serializer<SoakEvent> serializer = broker.serdes().of(SoakEvent.class).serializer();
        write(topic.name(), load.records(), load::key, n -> serializer.serialize(topic.name(), load.value(n)));
        return CommittedRecords.count(broker, topic.name());
    }

    /** One value under the key of each run. */
    void state(String changelog, EventLoad load, byte[] value) {
        write(changelog, load.runs(), load::key, n -> value);
    }

    private void write(String topic, long records, LongFunction<String> keys, LongFunction<byte[]> values) {
        AtomicReference<Exception> failure = new AtomicReference<>();
        try (Producer<String, byte[]> producer =
                new KafkaProducer<>(properties(), new StringSerializer(), new ByteArraySerializer())) {
            for (long n = 0; n < records; n++) {
                producer.send(new ProducerRecord<>(topic, keys.apply(n), values.apply(n)), (sent, failed) -> {
                    if (failed != null) {
                        failure.set(failed);
                    }
                });
            }
        }
        if (failure.get() != null) {
            throw new IllegalStateException("could not write to " + topic, failure.get());
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(broker.clientProperties());
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        // More than one can leave the sequence numbers of a new topic out of order for good on a busy machine.
        properties.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        return properties;
    }
}
