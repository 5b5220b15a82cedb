package io.soakstream.schemas.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/**
 * Whether topics have as many copies as a write must reach: with fewer, none can ever be written. Changelogs are made
 * by the streams with the broker's defaults, so where there is none yet those are looked at.
 */
final class DurabilityCheck {
    private static final String DEFAULT_COPIES = "default.replication.factor";

    private final Admin admin;

    DurabilityCheck(Admin admin) {
        this.admin = admin;
    }

    List<PreflightFinding> findings(List<Topic<?>> topics, StreamIdentity... streams) {
        Set<String> present = KafkaAnswers.await(admin.listTopics().names());
        List<String> changelogs =
                Stream.of(streams).map(StreamIdentity::changelog).toList();
        List<String> names = Stream.concat(topics.stream().map(Topic::name), changelogs.stream())
                .filter(present::contains)
                .toList();
        List<PreflightFinding> findings = new ArrayList<>(existing(names));
        if (!present.containsAll(changelogs)) {
            findings.addAll(defaults());
        }
        return findings;
    }

    private List<PreflightFinding> existing(List<String> names) {
        Map<String, TopicDescription> described =
                KafkaAnswers.await(admin.describeTopics(names).allTopicNames());
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<ConfigResource, Config> configs =
                KafkaAnswers.await(admin.describeConfigs(resources).all());
        List<PreflightFinding> findings = new ArrayList<>();
        for (ConfigResource resource : resources) {
            findings.addAll(findings(
                    resource.name(),
                    copies(described.get(resource.name())),
                    number(configs.get(resource), TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)));
        }
        return findings;
    }

    private List<PreflightFinding> defaults() {
        Node broker =
                KafkaAnswers.await(admin.describeCluster().nodes()).iterator().next();
        ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, broker.idString());
        Config config = KafkaAnswers.await(
                        admin.describeConfigs(List.of(resource)).all())
                .get(resource);
        return findings(
                "a changelog with the broker's defaults",
                number(config, DEFAULT_COPIES),
                number(config, TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG));
    }

    private static int copies(TopicDescription topic) {
        return topic.partitions().stream()
                .mapToInt(partition -> partition.replicas().size())
                .min()
                .orElse(0);
    }

    private static int number(Config config, String name) {
        return Integer.parseInt(config.get(name).value());
    }

    static List<PreflightFinding> findings(String topic, int copies, int needed) {
        return copies >= needed
                ? List.of()
                : List.of(PreflightFinding.refuse(topic + " can never be written: it has " + copies + " copies and "
                        + TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG + " " + needed));
    }
}
