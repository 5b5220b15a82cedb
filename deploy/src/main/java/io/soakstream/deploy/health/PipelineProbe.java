package io.soakstream.deploy.health;

import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StoreUnavailableException;
import io.soakstream.schemas.topic.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** How far each app is behind its topic, and how much was set aside; one answer serves all who ask within two seconds. */
public final class PipelineProbe implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();

    private final Admin admin;
    private final Map<String, Topic<?>> groups;
    private final Topic<?> deadLetters;
    private Supplier<PipelineState> answer;
    private long askedAtNanos;

    /**
     * How the line is.
     *
     * @param lagRecords committed records that each consumer group has not read (count), by group; -1: it has never read.
     *     Markers of transactions count as records, so a little may always be left
     * @param deadLetters records that are set aside (count), markers included
     */
    public record PipelineState(Map<String, Long> lagRecords, long deadLetters) {
        public PipelineState {
            lagRecords = new LinkedHashMap<>(lagRecords);
        }
    }

    /** @param apps names of the apps that read decisions, events and verdicts, with what they read */
    public PipelineProbe(KafkaAccess access, Map<String, Topic<?>> apps) {
        this.admin = Admin.create(access.clientProperties());
        this.groups = new TreeMap<>();
        apps.forEach((app, topic) -> groups.put(access.topics().applicationId(app), topic));
        this.deadLetters = access.topics().deadLetters();
    }

    /** @throws StoreUnavailableException the broker does not answer, or not what it is asked */
    public synchronized PipelineState ask() {
        if (answer == null || System.nanoTime() - askedAtNanos > FRESH_NANOS) {
            answer = look();
            askedAtNanos = System.nanoTime();
        }
        return answer.get();
    }

    /** What to answer until it is asked again: that there is no answer too, or each who asks would wait for it anew. */
    private Supplier<PipelineState> look() {
        try {
            PipelineState state = read();
            return () -> state;
        } catch (StoreUnavailableException away) {
            return () -> {
                throw new StoreUnavailableException(away.getMessage(), away);
            };
        }
    }

    private PipelineState read() {
        try {
            Map<String, Long> lags = new LinkedHashMap<>();
            for (Map.Entry<String, Topic<?>> group : groups.entrySet()) {
                lags.put(group.getKey(), lag(group.getKey(), group.getValue().name()));
            }
            Map<TopicPartition, Long> ends = offsets(deadLetters.name(), OffsetSpec.latest());
            Map<TopicPartition, Long> starts = offsets(deadLetters.name(), OffsetSpec.earliest());
            long letters = ends.entrySet().stream()
                    .mapToLong(end -> end.getValue() - starts.getOrDefault(end.getKey(), 0L))
                    .sum();
            return new PipelineState(lags, letters);
        } catch (ExecutionException failed) {
            throw new StoreUnavailableException(reason(failed.getCause()), failed);
        } catch (TimeoutException | KafkaException away) {
            throw new StoreUnavailableException(reason(away), away);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StoreUnavailableException("the process is stopping", interrupted);
        }
    }

    private static String reason(Throwable failure) {
        boolean late = failure instanceof TimeoutException
                || failure instanceof org.apache.kafka.common.errors.TimeoutException;
        return late ? "no Kafka broker answers" : "the Kafka broker does not say: " + failure.getMessage();
    }

    private long lag(String group, String topic) throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> committed = new HashMap<>(admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        committed.values().removeIf(offset -> offset == null);
        if (committed.isEmpty()) {
            return -1;
        }
        return offsets(topic, OffsetSpec.latest()).entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata offset = committed.get(end.getKey());
                    return Math.max(0, end.getValue() - (offset == null ? 0 : offset.offset()));
                })
                .sum();
    }

    private Map<TopicPartition, Long> offsets(String topic, OffsetSpec spec)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetSpec> wanted = admin
                .describeTopics(List.of(topic))
                .allTopicNames()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
                .get(topic)
                .partitions()
                .stream()
                .collect(Collectors.toMap(info -> new TopicPartition(topic, info.partition()), info -> spec));
        Map<TopicPartition, ListOffsetsResult.ListOffsetsResultInfo> found = admin.listOffsets(
                        wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()
                .offset()));
    }

    @Override
    public void close() {
        admin.close(PATIENCE);
    }
}
