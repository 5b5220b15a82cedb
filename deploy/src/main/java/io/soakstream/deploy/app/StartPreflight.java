package io.soakstream.deploy.app;

import io.soakstream.gate.app.GateApp;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.AppAccess;
import io.soakstream.schemas.topic.ClusterPreflight;
import io.soakstream.schemas.topic.PreflightFinding;
import io.soakstream.schemas.topic.StreamIdentity;
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
     * @throws org.apache.kafka.common.KafkaException no broker answers, a topic is missing, or a right
     */
    boolean passes(Set<String> apps) {
        List<AppAccess> rights = rights(apps);
        TopicPreflight.require(
                access.clientProperties(),
                rights.stream().flatMap(app -> app.needed().stream()).toList());
        List<AccessRule> checks =
                rights.stream().flatMap(app -> app.checks().stream()).distinct().toList();
        List<PreflightFinding> findings = new ClusterPreflight(access.topics(), checks, Clock.systemUTC())
                .check(access.clientProperties(), streams(apps).toArray(StreamIdentity[]::new));
        findings.forEach(finding ->
                messages.accept((finding.severity() == PreflightFinding.Severity.WARN ? "warning: " : "refused: ")
                        + finding.message()));
        return findings.stream().noneMatch(finding -> finding.severity() == PreflightFinding.Severity.REFUSE);
    }

    private List<AppAccess> rights(Set<String> apps) {
        AccessCatalogue catalogue = new AccessCatalogue(access.topics());
        return catalogue.all().stream().filter(app -> apps.contains(app.app())).toList();
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
