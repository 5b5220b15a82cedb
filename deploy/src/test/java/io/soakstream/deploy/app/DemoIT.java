package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.SharedCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                        "notifier: Soak [FAIL] FAIL |",
                        "verdict       FAIL",
                        "The offline gate gives the same digest");
    }

    @Test
    void shouldKeepItsDataAndFindItAgain() {
        // Given
        String data = directory.resolve("kept data").toString();

        // When
        Cli.Ended first = Cli.run("demo", "--data", data);
        Cli.Ended second = Cli.run("demo", "--data", data, "--sample", "fail");

        // Then
        assertThat(first.exitCode()).isZero();
        assertThat(second.exitCode()).isEqualTo(1);
        assertThat(second.out()).contains("The offline gate gives the same digest");
    }

    @Test
    void shouldRunOnAClusterThatIsThereAlready() {
        // When
        Cli.Ended ended = Cli.run(
                "demo",
                "--sample=fail",
                "--bootstrap-servers=" + SharedCluster.get().bootstrapServers(),
                "--schema-registry=" + SharedCluster.get().registryUrl(),
                "--topic-prefix=demo.");

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
