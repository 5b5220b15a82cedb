package io.soakstream.deploy.app;

import io.soakstream.gate.app.GateApp;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.ClusterPreflight;
import io.soakstream.schemas.topic.PreflightFinding;
import io.soakstream.schemas.topic.StreamIdentity;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.TopicPreflight;
import io.soakstream.tuner.app.TunerApp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What {@code soak start} looks at before anything runs. */
final class StartPreflight {
    private final KafkaAccess access;
    private final Consumer<String> messages;

    /** @param messages takes what was found, a line each */
    StartPreflight(KafkaAccess access, Consumer<String> messages) {
        this.access = access;
        this.messages = messages;
    }

    /**
     * Says what is wrong.
     *
     * @param apps names of the apps that are to run
     * @return whether they may
     * @throws org.apache.kafka.common.KafkaException no broker answers, or a topic is missing
     */
    boolean passes(Set<String> apps) {
        TopicPreflight.require(access.clientProperties(), access.topics().all().toArray(Topic<?>[]::new));
        List<PreflightFinding> findings = new ClusterPreflight(access.topics(), Clock.systemUTC())
                .check(access.clientProperties(), streams(apps).toArray(StreamIdentity[]::new));
        findings.forEach(finding ->
                messages.accept((finding.severity() == PreflightFinding.Severity.WARN ? "warning: " : "refused: ")
                        + finding.message()));
        return findings.stream().noneMatch(finding -> finding.severity() == PreflightFinding.Severity.REFUSE);
    }

    private List<StreamIdentity> streams(Set<String> apps) {
        List<StreamIdentity> streams = new ArrayList<>();
        if (apps.contains(Apps.TUNER)) {
            streams.add(TunerApp.identity(access.topics()));
        }
        if (apps.contains(Apps.GATE)) {
            streams.add(GateApp.identity(access.topics()));
        }
        return streams;
    }
}
