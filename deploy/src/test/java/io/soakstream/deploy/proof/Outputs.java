package io.soakstream.deploy.proof;

import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.IsolationLevel;

/**
 * What readers of committed records are given by a pipeline.
 *
 * @param byTopic records in offset order, by the topic's name without the prefix
 */
record Outputs(Map<String, List<OutputRecord>> byTopic) {

    static Outputs read(Site site, SchemaRegistry registry) {
        Topics topics = site.topics();
        Map<String, List<OutputRecord>> read = new LinkedHashMap<>();
        read.put("decisions", read(site, topics.decisions(), OutputRecord.decisions(topics, registry)));
        read.put("overrides", read(site, topics.overrides(), OutputRecord.overrides(topics, registry)));
        read.put("applications", read(site, topics.applications(), OutputRecord.applications(topics, registry)));
        read.put("verdicts", read(site, topics.verdicts(), OutputRecord.verdicts(topics, registry)));
        read.put("dead-letters", read(site, topics.deadLetters(), OutputRecord.deadLetters(registry)));
        return new Outputs(read);
    }

    private static List<OutputRecord> read(Site site, Topic<?> topic, OutputRecord.Reader reader) {
        return TopicContents.read(site.bootstrapServers(), topic.name(), IsolationLevel.READ_COMMITTED)
                .records()
                .stream()
                .map(reader)
                .toList();
    }

    /** @param topic its name without the prefix */
    List<OutputRecord> of(String topic) {
        return byTopic.get(topic);
    }

    /** One entry per topic. */
    List<Differences> differencesFrom(Outputs expected) {
        return byTopic.keySet().stream()
                .map(topic -> Differences.between(topic, expected.byTopic.get(topic), byTopic.get(topic)))
                .toList();
    }
}
