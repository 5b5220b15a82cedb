package io.soakstream.schemas.topic;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether this machine's clock is behind the broker's. Decisions do not depend on it, but when a silent run is told
 * from a live one does. The broker stamps every event, so a newest event from the future tells; a clock that is ahead
 * cannot be told from a topic that was quiet.
 */
final class ClockCheck {
    static final Duration TOLERANCE = Duration.ofSeconds(5);

    private final Admin admin;
    private final Clock clock;

    ClockCheck(Admin admin, Clock clock) {
        this.admin = admin;
        this.clock = clock;
    }

    List<PreflightFinding> findings(Topic<?> topic) {
        Map<TopicPartition, OffsetSpec> newest = IntStream.range(0, topic.partitions())
                .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.maxTimestamp()));
        OptionalLong stampMs = KafkaAnswers.await(admin.listOffsets(newest).all()).values().stream()
                .mapToLong(ListOffsetsResultInfo::timestamp)
                .max();
        return stampMs.isPresent() ? findings(Instant.ofEpochMilli(stampMs.getAsLong()), clock.instant()) : List.of();
    }

    static List<PreflightFinding> findings(Instant newestEvent, Instant now) {
        Duration behind = Duration.between(now, newestEvent);
        return behind.compareTo(TOLERANCE) <= 0
                ? List.of()
                : List.of(PreflightFinding.warn("this machine's clock is behind the broker's by at least "
                        + behind.toSeconds() + " s: the newest event was written at " + newestEvent));
    }
}
