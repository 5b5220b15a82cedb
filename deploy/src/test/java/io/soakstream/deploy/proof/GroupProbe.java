package io.soakstream.deploy.proof;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.common.GroupState;
import org.apache.kafka.common.TopicPartition;

/** Asks the broker what it knows about the consumer group of an app: that is, how far it has committed and who is in. */
record GroupProbe(Admin admin, String group) {

    /** Sum over all partitions: it grows with every commit that has taken an event. */
    long progress() {
        return committed().values().stream().mapToLong(Long::longValue).sum();
    }

    private Map<TopicPartition, Long> committed() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        Answer.of(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                .forEach((partition, committed) -> {
                    if (committed != null) {
                        offsets.put(partition, committed.offset());
                    }
                });
        return offsets;
    }

    /** Whether everything before these offsets is committed. */
    boolean hasReached(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> committed = committed();
        BiPredicate<TopicPartition, Long> reached = (partition, end) -> committed.getOrDefault(partition, 0L) >= end;
        return ends.entrySet().stream().allMatch(end -> reached.test(end.getKey(), end.getValue()));
    }

    /** Ids that the coordinator gave the members; a member that left and came back has another. */
    Set<String> members() {
        return describe().members().stream()
                .map(MemberDescription::consumerId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Members by the process id in their client id: {@code <group>-<process id>-StreamThread-1-consumer}. */
    boolean hasMemberOf(String transactionalId) {
        String process = transactionalId.substring(0, transactionalId.lastIndexOf('-'));
        return describe().members().stream()
                .anyMatch(member -> member.clientId().startsWith(process));
    }

    /** Whether the members have agreed and together hold every partition of the topic. */
    boolean isStable(String topic, int partitions) {
        ConsumerGroupDescription described = describe();
        long held = described.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .filter(partition -> partition.topic().equals(topic))
                .count();
        return described.groupState() == GroupState.STABLE && held == partitions;
    }

    private ConsumerGroupDescription describe() {
        return Answer.of(
                admin.describeConsumerGroups(List.of(group)).describedGroups().get(group));
    }
}
