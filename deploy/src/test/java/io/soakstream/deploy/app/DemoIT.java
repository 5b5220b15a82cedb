package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.SharedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoIT {
    @TempDir
    Path directory;

    @Test
    void shouldReplayTheFailingSampleAndEndWithItsVerdict() {
        // When
        Cli.Ended ended = Cli.run("demo", "--sample", "fail");

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out())
                .contains(
                        "Kafka     127.0.0.1:",
                        "registry  http://127.0.0.1:",
                        "iteration  8: FAIL",
                        "verdict       FAIL",
                        "The offline gate gives the same digest")
                // People are never told of a recording.
                .doesNotContain("notifier: Soak");
    }

    @Test
    void shouldTuneASimulatedBotUntilItPasses() {
        // When
        Cli.Ended ended = Cli.run("demo");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains(
                        "demo iteration  1 of 48: net -0.7",
                        "iteration  3: FAIL",
                        "iteration 11: WARN",
                        "iteration 13: PASS",
                        "iteration 48: PASS",
                        "overrides moved: base_spread_bps 0.06 -> ",
                        "freeze-ready  yes",
                        "The offline gate gives the same digest");
    }

    @Test
    void shouldGiveOneDigestForOneSeed() {
        // When
        Cli.Ended first = onSharedCluster("--iterations=10", "--regime=volatile", "--seed=3");
        Cli.Ended second = onSharedCluster("--iterations=10", "--regime=volatile", "--seed=3");
        Cli.Ended other = onSharedCluster("--iterations=10", "--regime=volatile", "--seed=4");

        // Then
        assertThat(digest(first)).isEqualTo(digest(second)).isNotEqualTo(digest(other));
        assertThat(first.out()).contains("The offline gate gives the same digest");
    }

    @Test
    void shouldRefuseToSimulateARecording() {
        // When
        Cli.Ended ended = Cli.run("demo", "--sample=fail", "--seed=3");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("--seed: a recorded soak is not simulated");
    }

    private static Cli.Ended onSharedCluster(String... options) {
        List<String> words = new ArrayList<>(List.of("demo"));
        words.addAll(List.of(options));
        words.addAll(List.of(
                "--bootstrap-servers=" + SharedCluster.get().bootstrapServers(),
                "--schema-registry=" + SharedCluster.get().registryUrl(),
                "--topic-prefix=demo."));
        return Cli.run(words.toArray(String[]::new));
    }

    private static String digest(Cli.Ended ended) {
        return ended.out()
                .lines()
                .filter(line -> line.startsWith("  digest "))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldKeepItsDataAndFindItAgain() {
        // Given
        String data = directory.resolve("kept data").toString();

        // When
        Cli.Ended first = Cli.run("demo", "--data", data, "--sample", "pass");
        Cli.Ended second = Cli.run("demo", "--data", data, "--sample", "fail");

        // Then
        assertThat(first.exitCode()).isZero();
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.out()).contains("The offline gate gives the same digest");
    }

    @Test
    void shouldRunOnAClusterThatIsThereAlready() {
        // When
        Cli.Ended ended = onSharedCluster("--sample=fail");

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).contains("using the cluster that is given", "demo.events.v1");
    }

    @Test
    void shouldNotPassWhatIsPartlyRefused() throws IOException {
        // Given
        for (int i = 1; i <= 36; i++) {
            Files.copy(
                    Path.of("samples/pass/ITER_SUMMARY_" + i + ".json"),
                    directory.resolve("ITER_SUMMARY_" + i + ".json"));
        }
        Files.writeString(directory.resolve("ITER_SUMMARY_20.json"), "{");

        // When
        Cli.Ended ended = Cli.run("demo", "--recording", directory.toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).contains("refused: ITER_SUMMARY_20.json", "verdict       INCONCLUSIVE");
    }

    @Test
    void shouldRefuseARecordingThatIsNotThere() {
        assertThat(Cli.run("demo", "--recording", "no/such/soak").exitCode()).isEqualTo(64);
    }
}
