package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.access.SecuredCluster;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A right that is taken away while an app works ends it: somebody has to give it back, and trying again does not help. */
class RevokedRightsIT {
    private static final Topics TOPICS = new Topics("revoked.");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void shouldEndEachAppAndNameTheTopicItMayNoLongerWrite() throws Exception {
        try (SecuredLine line = new SecuredLine(TOPICS, directory)) {
            // Given
            line.as("topics", "topics", "apply");
            Apps tuner = line.tuner(TunerConfig.defaults());
            Apps gate = line.gate();
            Apps notifier = line.notifier();
            line.liveRun("first", 1);
            await().atMost(PATIENCE).until(() -> !line.told().isEmpty());

            // When
            takeAway("notifier", AccessRule.write(TOPICS.notifications()));
            line.liveRun("second", 1);
            assertEnds(notifier, TOPICS.notifications());
            takeAway("gate", AccessRule.write(TOPICS.verdicts()));
            line.liveRun("third", 1);
            assertEnds(gate, TOPICS.verdicts());
            takeAway("tuner", AccessRule.write(TOPICS.decisions()));
            line.liveRun("fourth", 1);

            // Then
            assertEnds(tuner, TOPICS.decisions());
        }
    }

    private static void takeAway(String app, AccessRule rule) {
        SecuredCluster.get().takeAway(SecuredCluster.user(app), rule);
    }

    private static void assertEnds(Apps apps, Topic<?> topic) throws Exception {
        int exitCode = CompletableFuture.supplyAsync(apps::awaitEnd).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(exitCode).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(apps.failure()).get().asString().contains("stopped: ", topic.name());
    }
}
