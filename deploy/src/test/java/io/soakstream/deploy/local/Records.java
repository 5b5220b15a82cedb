package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;

/** Writes in transactions and reads what was committed. */
final class Records {
    private Records() {}

    static Producer<String, byte[]> producer(String bootstrapServers, String transactionalId) {
        Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        transactionalId),
                new StringSerializer(),
                new ByteArraySerializer());
        producer.initTransactions();
        return producer;
    }

    static void commit(String bootstrapServers, String topic, byte[] value) {
        try (Producer<String, byte[]> producer = producer(bootstrapServers, "committer")) {
            write(producer, topic, value);
            producer.commitTransaction();
        }
    }

    static void abort(String bootstrapServers, String topic, byte[] value) {
        try (Producer<String, byte[]> producer = producer(bootstrapServers, "aborter")) {
            write(producer, topic, value);
            producer.abortTransaction();
        }
    }

    private static void write(Producer<String, byte[]> producer, String topic, byte[] value) {
        producer.beginTransaction();
        Future<RecordMetadata> sent = producer.send(new ProducerRecord<>(topic, "bot:run", value));
        producer.flush();
        assertThat(sent).isDone();
    }

    /** Reads from the start until at least so many committed records have come. */
    static List<byte[]> committed(String bootstrapServers, String topic, int atLeast) {
        List<byte[]> values = new ArrayList<>();
        try (Consumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "readers-" + System.nanoTime(),
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            Awaitility.await().atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
                return values.size() >= atLeast;
            });
        }
        return values;
    }
}
