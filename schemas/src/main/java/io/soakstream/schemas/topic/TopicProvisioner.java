package io.soakstream.schemas.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Brings the topics of a cluster to what the catalogue says, or tells how they differ.
 *
 * <p>A run lives in one partition, chosen by the hash of its key: with another partition count, old and new records of
 * a run would lie in two partitions without any order between them. So counts are never changed here, only reported.
 */
public final class TopicProvisioner {
    /** Leaves the replication factor to the broker's {@code default.replication.factor}. */
    public static final short BROKER_DEFAULT = -1;

    private static final Duration VISIBLE_WITHIN = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(20);

    private final short replicationFactor;

    /** @param replicationFactor of topics to be created; {@link #BROKER_DEFAULT} leaves it to the broker */
    public TopicProvisioner(short replicationFactor) {
        if (replicationFactor < 1 && replicationFactor != BROKER_DEFAULT) {
            throw new IllegalArgumentException(
                    "replication factor is " + replicationFactor + ", not at least 1 nor -1");
        }
        this.replicationFactor = replicationFactor;
    }

    /** What a topic can have wrong. */
    public enum Problem {
        MISSING,
        PARTITIONS,
        CONFIG
    }

    /**
     * One difference between the catalogue and the cluster.
     *
     * @param setting name of the configuration, {@code partitions}, or {@code topic} when it is missing
     * @param expected what the catalogue says
     * @param found what the cluster has
     */
    public record Finding(String topic, Problem problem, String setting, String expected, String found) {
        @Override
        public String toString() {
            return topic + ": " + setting + " is " + found + ", expected " + expected;
        }
    }

    /** What was done to a topic. */
    public enum Action {
        UNCHANGED,
        CREATED,
        ALTERED
    }

    /**
     * The outcome for one topic.
     *
     * @param settings names of the configurations that were set; empty unless altered
     */
    public record Change(String topic, Action action, List<String> settings) {}

    /** Topics have another number of partitions than the catalogue says; nothing was changed. */
    public static final class PartitionMismatchException extends RuntimeException {
        PartitionMismatchException(List<Finding> mismatches) {
            super(mismatches.stream().map(Finding::toString).collect(Collectors.joining("; "))
                    + "; partition counts are never changed: use another prefix, or delete the topic with its data");
        }
    }

    /**
     * Creates what is missing and sets the configurations that differ. Doing it twice changes nothing more; on return,
     * the broker that was asked shows every topic as it should be.
     *
     * @return one entry per topic, in the order of the catalogue
     * @throws PartitionMismatchException a topic has another partition count; no topic was touched
     * @throws KafkaException the cluster refused, or did not answer within the patience of the client
     */
    public List<Change> apply(Admin admin, Topics topics) {
        List<Finding> before = verify(admin, topics);
        refusePartitionMismatch(before);
        Set<String> created = create(admin, topics, topicsWith(before, Problem.MISSING));
        // Again, as another process may have created a topic since, with a shape of its own.
        List<Finding> after = awaitNone(admin, topics, Set.of(Problem.MISSING));
        refusePartitionMismatch(after);
        alter(admin, of(after, Problem.CONFIG));
        awaitNone(admin, topics, Set.of(Problem.MISSING, Problem.CONFIG));
        return topics.all().stream()
                .map(topic -> change(topic.name(), created, after))
                .toList();
    }

    /**
     * Compares without changing anything.
     *
     * @return the differences in the order of the catalogue; empty if there are none
     * @throws KafkaException the cluster refused, or did not answer within the patience of the client
     */
    public List<Finding> verify(Admin admin, Topics topics) {
        return verify(admin, topics.all());
    }

    /** As {@link #verify(Admin, Topics)}, of some of the topics. */
    List<Finding> verify(Admin admin, List<Topic<?>> topics) {
        Map<String, TopicDescription> existing = describe(admin, names(topics));
        Map<String, Config> configs = configs(admin, existing.keySet());
        List<Finding> findings = new ArrayList<>();
        for (Topic<?> topic : topics) {
            TopicDescription found = existing.get(topic.name());
            if (found == null) {
                findings.add(new Finding(topic.name(), Problem.MISSING, "topic", "present", "missing"));
            } else {
                partitions(topic, found).ifPresent(findings::add);
                findings.addAll(settings(topic, configs.get(topic.name())));
            }
        }
        return List.copyOf(findings);
    }

    private static void refusePartitionMismatch(List<Finding> findings) {
        List<Finding> mismatches = of(findings, Problem.PARTITIONS);
        if (!mismatches.isEmpty()) {
            throw new PartitionMismatchException(mismatches);
        }
    }

    /** Returns the names of the topics that this call, and nobody else, created. */
    private Set<String> create(Admin admin, Topics topics, Set<String> missing) {
        List<NewTopic> wanted = topics.all().stream()
                .filter(topic -> missing.contains(topic.name()))
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), replicationFactor).configs(topic.config()))
                .toList();
        Set<String> created = new TreeSet<>();
        admin.createTopics(wanted).values().forEach((name, future) -> {
            try {
                KafkaAnswers.await(future);
                created.add(name);
            } catch (TopicExistsException raced) {
                // As good as created here; its shape is checked once it is visible.
            }
        });
        return created;
    }

    private static void alter(Admin admin, List<Finding> findings) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
        for (Finding finding : findings) {
            ConfigEntry entry = new ConfigEntry(finding.setting(), finding.expected());
            changes.computeIfAbsent(resource(finding.topic()), topic -> new ArrayList<>())
                    .add(new AlterConfigOp(entry, AlterConfigOp.OpType.SET));
        }
        KafkaAnswers.await(admin.incrementalAlterConfigs(changes).all());
    }

    /**
     * Waits until the broker shows no such problem; returns what else it shows. The controller answers before every
     * broker has heard of a change, and Kafka Streams stops at a topic it does not see.
     */
    private List<Finding> awaitNone(Admin admin, Topics topics, Set<Problem> problems) {
        long deadline = System.nanoTime() + VISIBLE_WITHIN.toNanos();
        List<Finding> findings = verify(admin, topics);
        while (findings.stream().map(Finding::problem).anyMatch(problems::contains)) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("done but not visible after " + VISIBLE_WITHIN + ": " + findings);
            }
            LockSupport.parkNanos(POLL.toNanos());
            findings = verify(admin, topics);
        }
        return findings;
    }

    private static Change change(String topic, Set<String> created, List<Finding> findings) {
        if (created.contains(topic)) {
            return new Change(topic, Action.CREATED, List.of());
        }
        List<String> settings = findings.stream()
                .filter(finding -> finding.topic().equals(topic))
                .map(Finding::setting)
                .toList();
        return new Change(topic, settings.isEmpty() ? Action.UNCHANGED : Action.ALTERED, settings);
    }

    private static Optional<Finding> partitions(Topic<?> topic, TopicDescription found) {
        int count = found.partitions().size();
        return count == topic.partitions()
                ? Optional.empty()
                : Optional.of(new Finding(
                        topic.name(),
                        Problem.PARTITIONS,
                        "partitions",
                        Integer.toString(topic.partitions()),
                        Integer.toString(count)));
    }

    private static List<Finding> settings(Topic<?> topic, Config config) {
        List<Finding> findings = new ArrayList<>();
        topic.config().forEach((name, expected) -> {
            ConfigEntry entry = config.get(name);
            String found = entry == null ? "unset" : String.valueOf(entry.value());
            if (!same(name, expected, found)) {
                findings.add(new Finding(topic.name(), Problem.CONFIG, name, expected, found));
            }
        });
        return findings;
    }

    /** Cleanup policies are a set: brokers give them back in an order of their own. */
    private static boolean same(String name, String expected, String found) {
        return name.equals(TopicConfig.CLEANUP_POLICY_CONFIG)
                ? Set.of(expected.split(",")).equals(new TreeSet<>(List.of(found.split(","))))
                : expected.equals(found);
    }

    private static Map<String, TopicDescription> describe(Admin admin, List<String> names) {
        Map<String, TopicDescription> existing = new HashMap<>();
        admin.describeTopics(names).topicNameValues().forEach((name, future) -> {
            try {
                existing.put(name, KafkaAnswers.await(future));
            } catch (UnknownTopicOrPartitionException missing) {
                // Absence is what the caller wants to know, and the missing entry says it.
            }
        });
        return existing;
    }

    private static Map<String, Config> configs(Admin admin, Set<String> names) {
        List<ConfigResource> resources =
                names.stream().map(TopicProvisioner::resource).toList();
        Map<String, Config> configs = new HashMap<>();
        KafkaAnswers.await(admin.describeConfigs(resources).all())
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private static List<String> names(List<Topic<?>> topics) {
        return topics.stream().<String>map(Topic::name).toList();
    }

    private static List<Finding> of(List<Finding> findings, Problem problem) {
        return findings.stream().filter(finding -> finding.problem() == problem).toList();
    }

    private static Set<String> topicsWith(List<Finding> findings, Problem problem) {
        return of(findings, problem).stream().map(Finding::topic).collect(Collectors.toSet());
    }
}
