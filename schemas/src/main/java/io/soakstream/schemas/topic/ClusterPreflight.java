package io.soakstream.schemas.topic;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.apache.kafka.common.resource.ResourceType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a cluster before streams start on it, for what would go wrong later and quietly: libraries that do not belong
 * together, transactions of the old kind, topics of another shape or that can never be written, offsets that expired, a
 * clock that is off.
 *
 * <p>That a broker answers and the topics exist is {@link TopicPreflight}'s question, which comes first.
 */
public final class ClusterPreflight {
    private static final Logger LOGGER = LoggerFactory.getLogger(ClusterPreflight.class);

    private final Topics topics;
    private final List<AccessRule> rights;
    private final Clock clock;

    /**
     * @param rights that the checks need: what they are on is looked at, and one that is lacking is warned of
     * @param clock of this machine, to be held against the broker's
     */
    public ClusterPreflight(Topics topics, List<AccessRule> rights, Clock clock) {
        this.topics = topics;
        this.rights = List.copyOf(rights);
        this.clock = clock;
    }

    /**
     * Checks without changing anything.
     *
     * @param client properties of any Kafka client
     * @param streams the streams that are about to start
     * @return what is wrong, the most general first; empty if nothing is
     * @throws KafkaException the cluster did not answer
     */
    public List<PreflightFinding> check(Map<String, Object> client, StreamIdentity... streams) {
        List<Topic<?>> looked = looked();
        try (Admin admin = Admin.create(client)) {
            List<PreflightFinding> findings = new ArrayList<>(new VersionCheck().findings());
            new AccessCheck(admin)
                    .shortage(asked(admin, streams))
                    .lacking()
                    .forEach(right -> findings.add(PreflightFinding.warn(
                            "the cluster does not allow this client: " + right + ", so a check is left out")));
            ask(findings, "its features", () -> new FeatureCheck(admin).findings());
            ask(findings, "its topics", () -> new ShapeCheck(admin).findings(topics, looked));
            if (findings.stream().anyMatch(PreflightFinding::concernsPartitions)) {
                return List.copyOf(findings);
            }
            ask(findings, "the copies of topics", () -> new DurabilityCheck(admin).findings(looked, streams));
            if (looked.stream()
                    .anyMatch(topic -> topic.name().equals(topics.events().name()))) {
                ask(findings, "the newest event", () -> new ClockCheck(admin, clock).findings(topics.events()));
            }
            for (StreamIdentity stream : streams) {
                ask(findings, "offsets", () -> new ResumeCheck(admin, client).findings(stream));
            }
            return List.copyOf(findings);
        }
    }

    /** How a broker makes topics matters only while there is one to make. */
    private List<AccessRule> asked(Admin admin, StreamIdentity... streams) {
        Set<String> present = KafkaAnswers.await(admin.listTopics().names());
        boolean makes = Stream.of(streams).anyMatch(stream -> !present.contains(stream.changelog()));
        return rights.stream()
                .filter(right -> makes || right.type() != ResourceType.CLUSTER)
                .toList();
    }

    private List<Topic<?>> looked() {
        Set<String> named = rights.stream().map(AccessRule::name).collect(Collectors.toSet());
        List<Topic<?>> looked = new ArrayList<>(topics.all());
        looked.removeIf(topic -> !named.contains(topic.name()));
        return looked;
    }

    /** Who may run a stream may not always ask for everything: what cannot be asked is no reason to refuse. */
    private static void ask(List<PreflightFinding> findings, String what, Supplier<List<PreflightFinding>> check) {
        try {
            findings.addAll(check.get());
        } catch (AuthorizationException warnedOf) {
            LOGGER.atDebug().addKeyValue("reason", warnedOf.getMessage()).log("a check is left out");
        } catch (UnsupportedVersionException refused) {
            findings.add(PreflightFinding.warn("the cluster does not tell " + what + ": " + refused.getMessage()));
        }
    }
}
