package io.soakstream.deploy.kubernetes;

import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.AppAccess;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.utils.SecurityUtils;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * The topic catalogue and the access catalogue as resources of Strimzi's operators: a {@code KafkaTopic} for each topic, a
 * {@code KafkaUser} with a password and its rights for each app.
 *
 * @param cluster name of the {@code Kafka} resource
 * @param replicas copies of each partition (count)
 */
public record StrimziResources(Topics catalogue, String cluster, int replicas) {
    private static final String API = "kafka.strimzi.io/v1beta2";
    /** By this label Strimzi's operators know which cluster a resource belongs to. */
    private static final String CLUSTER_LABEL = "strimzi.io/cluster";

    private static final String USER_PREFIX = "soak-";

    /** YAML, a document for each topic in the order of the data flow. */
    public String topics() {
        return yaml(catalogue.all().stream().map(this::topic));
    }

    /** YAML, a document for each app; its user is called {@code soak-<app>}. */
    public String users() {
        return yaml(new AccessCatalogue(catalogue).all().stream().map(this::user));
    }

    private Map<String, Object> topic(Topic<?> topic) {
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("topicName", topic.name());
        spec.put("partitions", topic.partitions());
        spec.put("replicas", replicas);
        spec.put("config", new LinkedHashMap<>(topic.config()));
        // A resource is named more narrowly than a topic.
        return resource("KafkaTopic", topic.name().toLowerCase(Locale.ROOT).replace('_', '-'), spec);
    }

    private Map<String, Object> user(AppAccess access) {
        Map<ResourceOfRules, List<String>> operations = access.rules().stream()
                .collect(Collectors.groupingBy(
                        ResourceOfRules::of,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                rule -> SecurityUtils.operationName(rule.operation()), Collectors.toList())));
        List<Object> acls = new ArrayList<>();
        operations.forEach((target, allowed) -> acls.add(acl(target, allowed)));
        Map<String, Object> authorization = new LinkedHashMap<>();
        authorization.put("type", "simple");
        authorization.put("acls", acls);
        Map<String, Object> spec = new LinkedHashMap<>();
        spec.put("authentication", Map.of("type", "scram-sha-512"));
        spec.put("authorization", authorization);
        return resource("KafkaUser", USER_PREFIX + access.app(), spec);
    }

    private static Map<String, Object> acl(ResourceOfRules target, List<String> operations) {
        Map<String, Object> acl = new LinkedHashMap<>();
        acl.put("resource", target.tree());
        acl.put("operations", operations);
        return acl;
    }

    private Map<String, Object> resource(String kind, String name, Map<String, Object> spec) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("name", name);
        metadata.put("labels", Map.of(CLUSTER_LABEL, cluster));
        Map<String, Object> resource = new LinkedHashMap<>();
        resource.put("apiVersion", API);
        resource.put("kind", kind);
        resource.put("metadata", metadata);
        resource.put("spec", spec);
        return resource;
    }

    private static String yaml(Stream<Map<String, Object>> documents) {
        DumpSettings settings = DumpSettings.builder()
                .setDefaultFlowStyle(FlowStyle.BLOCK)
                .setExplicitStart(true)
                .build();
        return new Dump(settings)
                .dumpAllToString(documents.<Object>map(document -> document).iterator());
    }

    /** What several rights of an app are about. */
    private record ResourceOfRules(ResourceType type, String name, String pattern) {
        static ResourceOfRules of(AccessRule rule) {
            return new ResourceOfRules(
                    rule.type(), rule.name(), rule.pattern().name().toLowerCase(Locale.ROOT));
        }

        /** There is one cluster, which has no name. */
        Map<String, Object> tree() {
            Map<String, Object> tree = new LinkedHashMap<>();
            if (type == ResourceType.CLUSTER) {
                tree.put("type", "cluster");
                return tree;
            }
            tree.put("type", type == ResourceType.TRANSACTIONAL_ID ? "transactionalId" : lower(type));
            tree.put("name", name);
            tree.put("patternType", pattern);
            return tree;
        }

        private static String lower(ResourceType type) {
            return type.name().toLowerCase(Locale.ROOT);
        }
    }
}
