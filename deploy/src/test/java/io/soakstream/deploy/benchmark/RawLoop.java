package io.soakstream.deploy.benchmark;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The same transform by plain clients: consume, transform, produce, one transaction every 100 ms. */
final class RawLoop<I, O> implements Pipeline {
    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(100);
    private static final int LINGER_MS = 5;

    private final String id;
    private final Transform<I, O> transform;
    private final Consumer<String, I> consumer;
    private final Producer<String, O> producer;
    private final Thread thread;
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private volatile boolean running;
    private volatile boolean closing;

    RawLoop(BenchmarkBroker broker, String id, Transform<I, O> transform) {
        this.id = id;
        this.transform = transform;
        this.consumer =
                new KafkaConsumer<>(consumerProperties(broker, id), new StringDeserializer(), transform.decoder());
        this.producer =
                new KafkaProducer<>(producerProperties(broker, id), new StringSerializer(), transform.encoder());
        this.thread = new Thread(this::run, id);
    }

    /** As Kafka Streams sets them. */
    private static Map<String, Object> consumerProperties(BenchmarkBroker broker, String id) {
        Map<String, Object> properties = new HashMap<>(broker.clientProperties());
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, id);
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        return properties;
    }

    private static Map<String, Object> producerProperties(BenchmarkBroker broker, String id) {
        Map<String, Object> properties = new HashMap<>(broker.clientProperties());
        properties.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        return properties;
    }

    private void run() {
        try (consumer;
                producer) {
            List<TopicPartition> partitions = consumer.partitionsFor(transform.source()).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            producer.initTransactions();
            running = true;
            loop();
        } catch (RuntimeException failed) {
            failure.set(failed);
        }
    }

    private void loop() {
        Function<I, O> mapping = transform.mapping().get();
        Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();
        long due = System.nanoTime() + COMMIT_INTERVAL.toNanos();
        while (!closing) {
            for (var record : consumer.poll(COMMIT_INTERVAL)) {
                if (done.isEmpty()) {
                    producer.beginTransaction();
                }
                producer.send(new ProducerRecord<>(transform.sink(), record.key(), mapping.apply(record.value())));
                done.put(
                        new TopicPartition(record.topic(), record.partition()),
                        new OffsetAndMetadata(record.offset() + 1));
            }
            if (!done.isEmpty() && System.nanoTime() >= due) {
                producer.sendOffsetsToTransaction(done, new ConsumerGroupMetadata(id));
                producer.commitTransaction();
                done = new HashMap<>();
                due = System.nanoTime() + COMMIT_INTERVAL.toNanos();
            }
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    @Override
    public void close() {
        closing = true;
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
