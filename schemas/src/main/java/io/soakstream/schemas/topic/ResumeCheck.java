package io.soakstream.schemas.topic;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether a stream that has state still knows how far it had read. A group that was away for longer than the broker
 * keeps offsets (7 days by default) would read everything again, on top of a state that has it already.
 */
final class ResumeCheck {
    private static final Duration SETTLING_DELAY = Duration.ofSeconds(1);
    private static final int SETTLING_LOOKS = 10;

    private final Admin admin;
    private final Map<String, Object> client;

    ResumeCheck(Admin admin, Map<String, Object> client) {
        this.admin = admin;
        this.client = client;
    }

    List<PreflightFinding> findings(StreamIdentity stream) {
        if (!KafkaAnswers.await(admin.listTopics().names()).contains(stream.changelog())) {
            return List.of();
        }
        Set<Integer> forgotten = Failsafe.with(settling()).get(() -> forgotten(stream));
        return findings(stream, forgotten);
    }

    /**
     * A commit that was under way when its process was killed reaches the state and the offsets by different ways: for a
     * moment one of them may be seen without the other.
     */
    private static RetryPolicy<Set<Integer>> settling() {
        return RetryPolicy.<Set<Integer>>builder()
                .handleResultIf(forgotten -> !forgotten.isEmpty())
                .abortOn(Throwable.class)
                .withDelay(SETTLING_DELAY)
                .withMaxAttempts(SETTLING_LOOKS)
                .build();
    }

    private Set<Integer> forgotten(StreamIdentity stream) {
        Set<Integer> forgotten = withoutOffset(stream);
        if (!forgotten.isEmpty()) {
            forgotten.retainAll(withState(stream, forgotten));
        }
        if (!forgotten.isEmpty()) {
            // Another instance may have made its first commit between the two looks.
            forgotten.retainAll(withoutOffset(stream));
        }
        return forgotten;
    }

    private Set<Integer> withoutOffset(StreamIdentity stream) {
        Set<Integer> without =
                IntStream.range(0, stream.source().partitions()).boxed().collect(Collectors.toCollection(TreeSet::new));
        KafkaAnswers.await(admin.listConsumerGroupOffsets(
                                stream.applicationId(), new ListConsumerGroupOffsetsOptions().requireStable(true))
                        .partitionsToOffsetAndMetadata())
                .forEach((partition, offset) -> {
                    if (offset != null
                            && partition.topic().equals(stream.source().name())) {
                        without.remove(partition.partition());
                    }
                });
        return without;
    }

    /** A stream that was killed before its first commit has an empty state, whatever lies in the changelog. */
    private Set<Integer> withState(StreamIdentity stream, Set<Integer> partitions) {
        try (CommittedRecords changelog = new CommittedRecords(client)) {
            return partitions.stream()
                    .filter(partition -> changelog.existIn(new TopicPartition(stream.changelog(), partition)))
                    .collect(Collectors.toSet());
        }
    }

    static List<PreflightFinding> findings(StreamIdentity stream, Set<Integer> unknown) {
        return unknown.isEmpty()
                ? List.of()
                : List.of(PreflightFinding.refuse(stream.applicationId() + " has state but no committed offset for "
                        + stream.source().name() + " " + unknown
                        + ": it would read all of it again. Start on another --topic-prefix, or delete "
                        + stream.changelog() + " and the local state to decide everything anew"));
    }
}
