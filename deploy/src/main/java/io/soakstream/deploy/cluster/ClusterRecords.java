package io.soakstream.deploy.cluster;

import io.soakstream.gate.account.RunRecords;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.TopicFollower;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** The committed records of a run on the topics of a cluster. */
public final class ClusterRecords {
    private static final Duration POLL = Duration.ofMillis(500);

    private final KafkaAccess access;
    private final String key;

    private ClusterRecords(KafkaAccess access, String key) {
        this.access = access;
        this.key = key;
    }

    /**
     * Everything that is there of the run now, beside the verdicts that were read already. Of the overrides, whose topic
     * is compacted, it is what the broker has not yet cleared away.
     */
    public static RunRecords of(KafkaAccess access, ClusterVerdicts judged) {
        ClusterRecords records = new ClusterRecords(access, judged.key());
        Topics topics = access.topics();
        return new RunRecords(
                judged.key(),
                records.read(topics.decisions(), ClusterRecords::key),
                records.read(topics.applications(), ClusterRecords::key),
                records.read(topics.overrides(), ClusterRecords::key),
                judged.verdicts());
    }

    private <T extends SpecificRecord> List<T> read(Topic<T> topic, Function<T, String> keys) {
        List<T> found = new ArrayList<>();
        try (TopicFollower<T> follower = TopicFollower.fromBeginning(access, topic)) {
            while (!follower.isPastMark()) {
                follower.poll(POLL).stream()
                        .filter(record -> keys.apply(record).equals(key))
                        .forEach(found::add);
            }
        }
        return found;
    }

    private static String key(TuningDecision decision) {
        return decision.getBot() + ":" + decision.getRun();
    }

    private static String key(DeltaApplication application) {
        return application.getBot() + ":" + application.getRun();
    }

    private static String key(RuntimeOverrides version) {
        return version.getBot() + ":" + version.getRun();
    }
}
