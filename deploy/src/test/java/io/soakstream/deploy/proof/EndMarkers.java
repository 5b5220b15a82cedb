package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Shows that no transaction hangs: one record written to the end of every partition, internal ones too, must reach a
 * reader of committed records. The pipeline must not start again afterwards: it would read these records.
 */
record EndMarkers(ProofCluster cluster, Site site) {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final int POLLS = 20;
    private static final byte[] MARKER = {'e', 'n', 'd'};

    void require() {
        Map<TopicPartition, Long> written = write(partitions());
        assertThat(written).as("partitions under %s", site.topics().prefix()).isNotEmpty();
        await("every marker is readable").atMost(WITHIN).pollInSameThread().until(() -> areReadable(written));
        new TransactionProbe(cluster.admin())
                .requireNoneUnfinished(site.topics().prefix());
    }

    private List<TopicPartition> partitions() {
        Set<String> names = Answer.of(cluster.admin().listTopics().names()).stream()
                .filter(name -> name.startsWith(site.topics().prefix()))
                .collect(Collectors.toSet());
        return Answer.of(cluster.admin().describeTopics(names).allTopicNames()).values().stream()
                .flatMap(topic -> partitions(topic).stream())
                .toList();
    }

    private static List<TopicPartition> partitions(TopicDescription topic) {
        return topic.partitions().stream()
                .map(partition -> new TopicPartition(topic.name(), partition.partition()))
                .toList();
    }

    private Map<TopicPartition, Long> write(List<TopicPartition> partitions) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, site.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (TopicPartition partition : partitions) {
                offsets.put(partition, write(producer, partition));
            }
        }
        return offsets;
    }

    private static long write(Producer<byte[], byte[]> producer, TopicPartition partition) {
        var sent = producer.send(new ProducerRecord<>(partition.topic(), partition.partition(), MARKER, MARKER));
        producer.flush();
        try {
            RecordMetadata written = sent.get(WITHIN.toSeconds(), TimeUnit.SECONDS);
            return written.offset();
        } catch (Exception failed) {
            throw new IllegalStateException("no marker on " + partition, failed);
        }
    }

    /** Reads each partition from its marker on. */
    private boolean areReadable(Map<TopicPartition, Long> written) {
        Set<TopicPartition> missing = new HashSet<>(written.keySet());
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        site.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(missing);
            written.forEach(consumer::seek);
            for (int poll = 0; poll < POLLS && !missing.isEmpty(); poll++) {
                consumer.poll(Duration.ofMillis(250)).partitions().forEach(missing::remove);
            }
        }
        return missing.isEmpty();
    }
}
