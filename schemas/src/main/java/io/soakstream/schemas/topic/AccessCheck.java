package io.soakstream.schemas.topic;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Asks a cluster which rights its client lacks. Kafka's clients find out late, one after the other, and name the resource
 * but not the operation.
 *
 * <p>Not everything can be asked before it is used: of transactional ids only whether they may be seen, of topics and groups
 * that are not there yet the same. A broker that does not tell is believed to allow it.
 */
final class AccessCheck {
    private static final short DEFAULT_COPIES = -1;

    private final Admin admin;

    AccessCheck(Admin admin) {
        this.admin = admin;
    }

    /**
     * What is not as it must be.
     *
     * @param missing topics that are not there, and that the client does not make itself
     * @param lacking rights that it does not have
     */
    record Shortage(List<String> missing, List<AccessRule> lacking) {
        boolean isNone() {
            return missing.isEmpty() && lacking.isEmpty();
        }
    }

    Shortage shortage(List<AccessRule> rules) {
        List<String> missing = new ArrayList<>();
        List<AccessRule> lacking = new ArrayList<>();
        byResource(rules).values().forEach(of -> {
            switch (of.get(0).type()) {
                case TOPIC -> topic(of, missing, lacking);
                case GROUP -> lacking.addAll(without(of, () -> onGroup(of.get(0).name())));
                case TRANSACTIONAL_ID ->
                    lacking.addAll(without(of, () -> onTransactions(of.get(0).name())));
                case CLUSTER -> lacking.addAll(without(of, this::onCluster));
                default ->
                    throw new IllegalArgumentException(
                            "no app uses a " + of.get(0).type());
            }
        });
        return new Shortage(missing, lacking);
    }

    private static Map<String, List<AccessRule>> byResource(List<AccessRule> rules) {
        return rules.stream()
                .collect(Collectors.groupingBy(AccessText::resource, LinkedHashMap::new, Collectors.toList()));
    }

    private void topic(List<AccessRule> rules, List<String> missing, List<AccessRule> lacking) {
        String name = rules.get(0).name();
        Optional<AccessRule> making = rules.stream()
                .filter(rule -> rule.operation() == AclOperation.CREATE)
                .findFirst();
        List<AccessRule> using = rules.stream()
                .filter(rule -> rule.operation() != AclOperation.CREATE)
                .toList();
        try {
            lacking.addAll(without(using, () -> onTopic(name)));
        } catch (UnknownTopicOrPartitionException absent) {
            making.ifPresentOrElse(create -> lacking.addAll(withoutCreating(create)), () -> missing.add(name));
        }
    }

    /** Those of the rules whose operation is not among the allowed ones; all, if it is not even said which are. */
    private static List<AccessRule> without(List<AccessRule> rules, Supplier<Optional<Set<AclOperation>>> allowed) {
        try {
            Optional<Set<AclOperation>> told = allowed.get();
            return rules.stream()
                    .filter(rule -> told.isPresent() && !told.get().contains(rule.operation()))
                    .toList();
        } catch (AuthorizationException refused) {
            return rules;
        } catch (UnsupportedVersionException untold) {
            return List.of();
        }
    }

    private Optional<Set<AclOperation>> onTopic(String name) {
        return Optional.ofNullable(KafkaAnswers.await(admin.describeTopics(
                                List.of(name), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                        .topicNameValues()
                        .get(name))
                .authorizedOperations());
    }

    private List<AccessRule> withoutCreating(AccessRule create) {
        NewTopic topic = new NewTopic(create.name(), 1, DEFAULT_COPIES);
        KafkaFuture<Void> made = admin.createTopics(List.of(topic), new CreateTopicsOptions().validateOnly(true))
                .all();
        return without(List.of(create), () -> {
            try {
                KafkaAnswers.await(made);
            } catch (TopicExistsException meanwhile) {
                // Another instance was faster: there is nothing left to make.
            }
            return Optional.empty();
        });
    }

    private Optional<Set<AclOperation>> onGroup(String group) {
        try {
            return Optional.ofNullable(KafkaAnswers.await(admin.describeConsumerGroups(
                                    List.of(group),
                                    new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                            .describedGroups()
                            .get(group))
                    .authorizedOperations());
        } catch (GroupIdNotFoundException yet) {
            return Optional.empty();
        }
    }

    private Optional<Set<AclOperation>> onTransactions(String id) {
        try {
            KafkaAnswers.await(admin.describeTransactions(List.of(id)).description(id));
        } catch (TransactionalIdNotFoundException yet) {
            // It may be seen, or the answer would have been another.
        }
        return Optional.empty();
    }

    /** Of the cluster it is told only to those who may describe it, which no app needs: so a broker's settings are asked for. */
    private Optional<Set<AclOperation>> onCluster() {
        String broker = KafkaAnswers.await(admin.describeCluster().nodes())
                .iterator()
                .next()
                .idString();
        KafkaAnswers.await(admin.describeConfigs(List.of(new ConfigResource(ConfigResource.Type.BROKER, broker)))
                .all());
        return Optional.empty();
    }
}
