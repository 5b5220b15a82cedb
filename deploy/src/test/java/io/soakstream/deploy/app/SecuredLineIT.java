package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.health.Health;
import io.soakstream.deploy.health.PipelineProbe;
import io.soakstream.gate.app.GateApp;
import io.soakstream.notifier.app.NotifierApp;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.app.TunerApp;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole line on a broker with TLS, SCRAM and access lists: each app does its work with the rights of the catalogue. */
class SecuredLineIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SOAK = "src/test/resources/recorded/mock8";

    @TempDir
    private Path directory;

    @Test
    void shouldJudgeTellAndTakeCommandsWithTheLeastRights() throws Exception {
        try (SecuredLine line = new SecuredLine(new Topics("secured."), directory)) {
            // Given
            assertThat(line.as("topics", "topics", "apply").exitCode()).isZero();
            assertThat(line.as("topics", "topics", "verify").exitCode()).isZero();
            assertThat(Stream.of("tuner", "gate", "notifier", "dashboard").flatMap(app -> line.findings(app).stream()))
                    .isEmpty();
            line.tuner(tuner());
            line.gate();
            line.notifier();
            HttpFace dashboard = line.dashboard();

            // When
            assertThat(line.as("producer", "produce", "replay", SOAK, "--bot=mm", "--run=recorded")
                            .exitCode())
                    .isZero();
            RunKey live = line.liveRun("live", 3);

            // Then
            assertIsJudged(line);
            assertTakesCommands(line, live);
            assertReplaysDeadLetters(line);
            assertThat(line.as("simulator", "produce", "simulate", "--iterations=2")
                            .exitCode())
                    .isZero();
            await().atMost(PATIENCE)
                    .until(() -> line.as("ci", "notify", "history").out().contains("SENT"));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(dashboard.health().ready())
                            .extracting(Health.PartHealth::wrong)
                            .allSatisfy(wrong -> assertThat(wrong).isEmpty()));
            await().atMost(PATIENCE).untilAsserted(() -> assertSeesHowFarTheLineIs(line));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(QueriedInstance.ask(dashboard.url(), "/api/v1/runs")
                            .orElseThrow()
                            .body())
                    .contains("recorded", "live", "simulated"));
        }
    }

    private TunerConfig tuner() throws IOException {
        Cli.run("control", "keygen", "--out", directory.toString(), "--key-id", "ops");
        String key = CommandKeys.base64(CommandKeys.publicKey(Files.readString(directory.resolve("ops.public.pem"))));
        return TunerConfig.parse("{\"control\": {\"public_keys\": {\"ops\": \"" + key + "\"}}}");
    }

    private void assertIsJudged(SecuredLine line) {
        assertThat(line.as("ci", "gate", "--run=mm:recorded").exitCode())
                .isEqualTo(Cli.run("gate", "--recording", SOAK).exitCode());
        assertThat(line.as("ci", "record", "--run=mm:recorded", "--out=" + directory.resolve("recorded.avro"))
                        .exitCode())
                .isZero();
    }

    private static void assertSeesHowFarTheLineIs(SecuredLine line) {
        Connection dashboard = line.connection("dashboard");
        Topics topics = dashboard.topics();
        try (PipelineProbe probe = new PipelineProbe(
                dashboard,
                Map.of(
                        TunerApp.NAME, topics.events(),
                        GateApp.NAME, topics.decisions(),
                        NotifierApp.GROUP, topics.verdicts()))) {
            assertThat(probe.ask().lagRecords().values()).allMatch(lag -> lag >= 0);
        }
    }

    private void assertTakesCommands(SecuredLine line, RunKey run) {
        String key = "--key=" + directory.resolve("ops.private.pem");
        assertThat(line.as("operator", "control", "freeze", run.text(), "--reason=a test", key, "--key-id=ops")
                        .out())
                .endsWith("acknowledged\n");
        assertThat(line.as(
                                "rollback-watcher",
                                "control",
                                "unfreeze",
                                run.text(),
                                "--reason=a test",
                                key,
                                "--key-id=ops")
                        .out())
                .endsWith("acknowledged\n");
    }

    /** What follows the end of a run is a dead letter. */
    private static void assertReplaysDeadLetters(SecuredLine line) {
        line.as("producer", "produce", "replay", SOAK, "--bot=mm", "--run=recorded");
        await().atMost(PATIENCE)
                .until(() -> line.as("operator", "dlq", "list").out().contains("run_ended"));
        assertThat(line.as("operator", "dlq", "replay", "--code=run_ended").exitCode())
                .isZero();
    }
}
