package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.Tool;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in shell and curl, an HTTP server in a process of its own, a real tuner and a real gate. */
class CurlBotIT {
    private static final Path SCRIPT = Path.of("examples/curl-bot.sh");
    /** Eight where nothing comes late; the others are for a busy machine. */
    private static final int ITERATIONS = 12;

    private static final String RUN = "curled";
    /** For new values, which end the waiting as soon as they are there; where nothing changes it is as long. */
    private static final String WAIT_SECONDS = "4";

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Pattern ADDRESS = Pattern.compile("listening on (http://\\S+)");

    @TempDir
    private Path directory;

    @BeforeAll
    static void requireCurl() {
        Tool.require("curl", "curl");
    }

    @Test
    void shouldBeBroughtToPassWithEveryDeltaConfirmed() throws Exception {
        // Given
        try (Line line = line("curl.");
                SoakProcess server = server(line)) {
            // When
            String output = runBot(address(server));

            // Then
            List<Verdict> verdicts = line.verdicts(RUN, ITERATIONS + 1);
            assertThat(verdicts).as(output).hasSize(ITERATIONS + 1);
            assertThat(verdicts.get(2).getVerdict()).as("as it started").isEqualTo(VerdictLevel.FAIL);
            Verdict last = verdicts.get(ITERATIONS);
            assertThat(last.getVerdict()).isEqualTo(VerdictLevel.PASS);
            assertThat(last.getVerification()).isEqualTo(Verification.CONFIRMED);
            RunTopics topics = RunTopics.of(line);
            assertThat(topics.decisions(ApplicationOutcome.APPLIED))
                    .as("each delta that was applied is one that the bot ran with")
                    .isNotEmpty()
                    .isEqualTo(topics.decisions(ApplicationOutcome.CONFIRMED));
            assertThat(topics.iterations()).hasSize(ITERATIONS);
            assertThat(topics.lastEvent().getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
            assertThat(line.deadLetters()).isEmpty();
        }
    }

    /** @return what it has printed */
    private String runBot(String address) throws IOException, InterruptedException {
        // A file and not a pipe: a bot that hangs would hang the test that reads from it.
        Path log = directory.resolve("bot.log");
        Process process = new ProcessBuilder(
                        "sh", SCRIPT.toString(), address, "curl-bot", RUN, Integer.toString(ITERATIONS), WAIT_SECONDS)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        String output = Files.readString(log);
        assertThat(ended).as("the bot has ended: %s", output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        return output;
    }

    private SoakProcess server(Line line) {
        return SoakProcess.start(
                "io.soakstream.deploy.app.SoakCli",
                List.of(
                        "produce",
                        "serve",
                        "--port=0",
                        "--bootstrap-servers=" + line.bootstrapServers(),
                        "--schema-registry=" + line.registryUrl(),
                        "--topic-prefix=" + line.topics().prefix()),
                directory.resolve("server.log"));
    }

    private static String address(SoakProcess server) {
        await("server").atMost(PATIENCE).until(() -> server.says("listening on "));
        Matcher listening = ADDRESS.matcher(server.output());
        assertThat(listening.find()).isTrue();
        return listening.group(1);
    }

    private Line line(String prefix) {
        Line line = Line.on(new Topics(prefix));
        line.startTuner(new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
        line.awaitRunning();
        return line;
    }
}
