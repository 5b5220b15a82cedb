package io.soakstream.deploy.load;

import io.soakstream.gate.app.GateApp;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.app.TunerApp;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Offsets that an app has not committed yet.
 *
 * @param tuner of the events topic (count)
 * @param gate of the decisions topic, ends of transactions included (count)
 */
record Lag(long tuner, long gate) {

    static Lag of(Admin admin, Topics topics) throws ExecutionException, InterruptedException {
        return new Lag(
                behind(admin, topics.applicationId(TunerApp.NAME)), behind(admin, topics.applicationId(GateApp.NAME)));
    }

    long max() {
        return Math.max(tuner, gate);
    }

    private static long behind(Admin admin, String group) throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> committed = admin.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get();
        Map<TopicPartition, OffsetSpec> ends = committed.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
        return admin.listOffsets(ends).all().get().entrySet().stream()
                .mapToLong(end ->
                        end.getValue().offset() - committed.get(end.getKey()).offset())
                .sum();
    }
}
