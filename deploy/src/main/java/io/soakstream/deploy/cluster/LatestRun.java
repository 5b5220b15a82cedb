package io.soakstream.deploy.cluster;

import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.recording.TopicRecorder;
import io.soakstream.producer.recording.TopicScan;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/** Finds the run of a bot that began last, by when the broker took its first event. */
public final class LatestRun {
    private final Map<String, Long> firstTakenMs = new TreeMap<>();
    private final String prefix;

    private LatestRun(String bot) {
        this.prefix = bot + ":";
    }

    /** @throws NoIterationsException there is no run of the bot */
    public static RunKey of(KafkaAccess access, String bot) {
        LatestRun latest = new LatestRun(bot);
        String topic = access.topics().events().name();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(TopicRecorder.consumerProperties(access.clientProperties()))) {
            new TopicScan(consumer, topic).forEach(latest::see);
        }
        return latest.firstTakenMs.entrySet().stream()
                .max(Comparator.comparing(Map.Entry<String, Long>::getValue).thenComparing(Map.Entry::getKey))
                .map(entry -> RunKey.parse(entry.getKey()))
                .orElseThrow(() -> new NoIterationsException("there is no run of bot " + bot + " on " + topic));
    }

    private void see(ConsumerRecord<byte[], byte[]> event) {
        if (event.key() == null) {
            return;
        }
        String key = new String(event.key(), StandardCharsets.UTF_8);
        if (key.startsWith(prefix) && RunKey.isKey(key)) {
            firstTakenMs.merge(key, event.timestamp(), Math::min);
        }
    }
}
