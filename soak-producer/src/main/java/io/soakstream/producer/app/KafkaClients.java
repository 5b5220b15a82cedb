package io.soakstream.producer.app;

import io.soakstream.producer.recording.TopicRecorder;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.TopicPreflight;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** Makes the Kafka clients of the commands; tests make others. */
interface KafkaClients {

    Producer<byte[], byte[]> producer(Map<String, Object> connection);

    Consumer<byte[], byte[]> consumer(Map<String, Object> connection);

    /** Whether the cluster answers, has the topics, and lets them be used; see {@link TopicPreflight}. */
    void preflight(Map<String, Object> connection, AccessRule... needed);

    /** Asks again and again whether the cluster answers; the caller closes it. */
    Reachability reachability(Map<String, Object> connection);

    /** Clients of a real broker. */
    static KafkaClients real() {
        return new KafkaClients() {
            @Override
            public void preflight(Map<String, Object> connection, AccessRule... needed) {
                TopicPreflight.require(connection, needed);
            }

            @Override
            public Reachability reachability(Map<String, Object> connection) {
                return new BrokerProbe(connection);
            }

            @Override
            public Producer<byte[], byte[]> producer(Map<String, Object> connection) {
                return new KafkaProducer<>(EventPublisher.producerProperties(connection));
            }

            @Override
            public Consumer<byte[], byte[]> consumer(Map<String, Object> connection) {
                return new KafkaConsumer<>(TopicRecorder.consumerProperties(connection));
            }
        };
    }
}
