package io.soakstream.schemas.topic;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;

/** Whether topics have as many copies as a write must reach: with fewer, none can ever be written. */
final class DurabilityCheck {
    private final Admin admin;

    DurabilityCheck(Admin admin) {
        this.admin = admin;
    }

    List<PreflightFinding> findings(Topics topics) {
        List<String> names = topics.all().stream().<String>map(Topic::name).toList();
        Map<String, TopicDescription> described =
                KafkaAnswers.await(admin.describeTopics(names).allTopicNames());
        List<ConfigResource> resources = names.stream()
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .toList();
        Map<ConfigResource, Config> configs =
                KafkaAnswers.await(admin.describeConfigs(resources).all());
        List<PreflightFinding> findings = new ArrayList<>();
        for (ConfigResource resource : resources) {
            int copies = described.get(resource.name()).partitions().stream()
                    .mapToInt(partition -> partition.replicas().size())
                    .min()
                    .orElse(0);
            int needed = Integer.parseInt(configs.get(resource)
                    .get(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG)
                    .value());
            findings.addAll(findings(resource.name(), copies, needed));
        }
        return findings;
    }

    static List<PreflightFinding> findings(String topic, int copies, int needed) {
        return copies >= needed
                ? List.of()
                : List.of(PreflightFinding.refuse(topic + " can never be written: it has " + copies + " copies and "
                        + TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG + " " + needed));
    }
}
