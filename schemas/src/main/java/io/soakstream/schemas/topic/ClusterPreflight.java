package io.soakstream.schemas.topic;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;

/**
 * Looks at a cluster before streams start on it, for what would go wrong later and quietly: libraries that do
 * not belong together, topics of another shape,
 * topics that can never be written, transactions of the old kind, offsets that expired, a clock that is off.
 *
 * <p>That a broker answers and the topics exist is {@link TopicPreflight}'s question, which comes first.
 */
public final class ClusterPreflight {
    private final Topics topics;
    private final Clock clock;

    /** @param clock of this machine, to be held against the broker's */
    public ClusterPreflight(Topics topics, Clock clock) {
        this.topics = topics;
        this.clock = clock;
    }

    /**
     * Checks without changing anything.
     *
     * @param client properties of any Kafka client
     * @param streams the streams that are about to start
     * @return what is wrong, the most general first; empty if nothing is
     * @throws KafkaException the cluster refused to tell, or did not answer
     */
    public List<PreflightFinding> check(Map<String, Object> client, StreamIdentity... streams) {
        try (Admin admin = Admin.create(client)) {
            List<PreflightFinding> findings = new ArrayList<>();
            findings.addAll(new VersionCheck().findings());
            findings.addAll(new FeatureCheck(admin).findings());
            findings.addAll(shape(admin));
            findings.addAll(new DurabilityCheck(admin).findings(topics));
            findings.addAll(new ClockCheck(admin, clock).findings(topics.events()));
            Stream.of(streams).forEach(stream -> findings.addAll(new ResumeCheck(admin, client).findings(stream)));
            return List.copyOf(findings);
        }
    }

    private List<PreflightFinding> shape(Admin admin) {
        return new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT)
                .verify(admin, topics).stream()
                        .map(finding -> PreflightFinding.refuse(finding + " ('soak topics apply' mends settings)"))
                        .toList();
    }
}
