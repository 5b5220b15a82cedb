package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code soak produce simulate} with a real tuner and a real gate behind it. */
class SimulateIT {
    @TempDir
    private Path directory;

    @Test
    void shouldTuneSeveralBotsAtOnce() {
        // Given
        try (Line line = line("simulate.")) {
            // When
            Cli.Ended ended = simulate("simulate.", "--bots=2", "--run=both", "--iterations=8");
            List<Verdict> verdicts = line.verdicts("both", 18);

            // Then
            assertThat(ended.err()).isEmpty();
            assertThat(ended.exitCode()).isZero();
            assertThat(verdicts).extracting(Verdict::getBot).contains("simulated-1", "simulated-2");
            assertThat(verdicts).extracting(Verdict::getVerification).contains(Verification.CONFIRMED);
            assertThat(verdicts.stream().map(Verdict::getDigest).distinct()).hasSize(18);
        }
    }

    @Test
    void shouldSetAsideWhatCannotBe() {
        // Given
        try (Line line = line("nonsense.")) {
            // When
            Cli.Ended ended = simulate("nonsense.", "--run=odd", "--iterations=6", "--misbehave=nonsense");

            // Then
            assertThat(ended.exitCode()).isZero();
            assertThat(line.verdicts("odd", 7)).hasSize(7);
            await().atMost(Line.PATIENCE).untilAsserted(() -> assertThat(line.deadLetters())
                    .extracting(DeadLetter::code)
                    .containsExactlyInAnyOrder("invalid_value", "unknown_parameter", "bad_magic"));
        }
    }

    private static Cli.Ended simulate(String prefix, String... options) {
        List<String> words = new ArrayList<>(List.of("produce", "simulate"));
        words.addAll(List.of(options));
        words.addAll(List.of(
                "--bootstrap-servers=" + SharedCluster.get().bootstrapServers(),
                "--schema-registry=" + SharedCluster.get().registryUrl(),
                "--topic-prefix=" + prefix));
        return Cli.run(words.toArray(String[]::new));
    }

    private Line line(String prefix) {
        Line line = Line.on(new Topics(prefix));
        line.startTuner(new StateStorage(directory.resolve(prefix + "tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(directory.resolve(prefix + "gate"), StoreKind.MEMORY));
        line.awaitRunning();
        return line;
    }
}
