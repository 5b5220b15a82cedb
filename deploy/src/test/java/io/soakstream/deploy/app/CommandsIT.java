package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.SoakCluster;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.SoakReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a real cluster, as a person types them. */
class CommandsIT {
    private static final String PREFIX = "cmd.";

    private final SoakCluster cluster = SharedCluster.get();

    @TempDir
    Path directory;

    @Test
    void shouldApplyAndVerifyTheTopics() {
        // When
        Cli.Ended missing = run("fresh.", "topics", "verify");
        Cli.Ended applied = run("fresh.", "topics", "apply");
        Cli.Ended again = run("fresh.", "topics", "apply");
        Cli.Ended verified = run("fresh.", "topics", "verify");

        // Then
        assertThat(missing.exitCode()).isEqualTo(1);
        assertThat(missing.out()).contains("fresh.events.v1");
        assertThat(applied.exitCode()).isZero();
        assertThat(again.exitCode()).isZero();
        assertThat(verified.exitCode()).isZero();
        assertThat(verified.out()).contains("all 7 topics");
    }

    @Test
    void shouldRecordWhatWasReplayedByteForByteButForTheName() throws IOException {
        // Given
        run(PREFIX, "topics", "apply");
        Path first = directory.resolve("first.avro");
        Path second = directory.resolve("second.avro");

        // When
        assertThat(run(PREFIX, "produce", "replay", "samples/pass", "--bot", "bot", "--run", "AAA")
                        .exitCode())
                .isZero();
        assertThat(run(PREFIX, "record", "--run", "bot:AAA", "--out", first.toString())
                        .exitCode())
                .isZero();
        assertThat(run(PREFIX, "produce", "replay", first.toString(), "--run", "BBB")
                        .exitCode())
                .isZero();
        assertThat(run(PREFIX, "record", "--run", "bot:BBB", "--out", second.toString())
                        .exitCode())
                .isZero();
        Cli.Ended fromFiles = Cli.run("gate", "--recording", "samples/pass", "--json");
        Cli.Ended fromFirst = Cli.run("gate", "--recording", first.toString(), "--json");
        Cli.Ended fromSecond = Cli.run("gate", "--recording", second.toString(), "--json");

        // Then
        String digest = digest(fromFiles);
        assertThat(digest(fromFirst)).isEqualTo(digest);
        assertThat(digest(fromSecond)).isEqualTo(digest);
        assertThat(withoutNames(second)).isEqualTo(withoutNames(first));
    }

    @Test
    void shouldCarryInARecordingWhatTheRunWasDecidedBy() throws IOException {
        // Given
        run(PREFIX, "topics", "apply");
        Path file = directory.resolve("window of five.avro");
        run(PREFIX, "produce", "replay", "samples/pass", "--bot", "bot", "--run", "FIVE");
        assertThat(run(PREFIX, "record", "--run", "FIVE", "--out", file.toString(), "--last-n", "5")
                        .exitCode())
                .isZero();

        // When
        Cli.Ended ended = Cli.run("gate", "--recording", file.toString(), "--json");
        Cli.Ended other = Cli.run("gate", "--recording", file.toString(), "--json", "--last-n", "8");

        // Then
        assertThat(new ObjectMapper().readTree(ended.out()).get("iterations_analyzed"))
                .hasSize(5);
        assertThat(ended.err()).doesNotContain("decided by");
        assertThat(other.err())
                .contains("decided by another configuration than the recording's: tuner.window_length is 8, was 5");
    }

    @Test
    void shouldRefuseARunThatIsNotThere() {
        // When
        run(PREFIX, "topics", "apply");
        Cli.Ended ended = run(
                PREFIX,
                "record",
                "--run",
                "bot:NOBODY",
                "--out",
                directory.resolve("x.avro").toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("NOBODY");
    }

    @Test
    void shouldSayThatNoBrokerAnswers() {
        // When
        Cli.Ended ended =
                Cli.run("verdicts", "--bootstrap-servers", "127.0.0.1:1", "--schema-registry", cluster.registryUrl());

        // Then
        assertThat(ended.exitCode()).isEqualTo(69);
        assertThat(ended.err()).startsWith("soak: ");
    }

    private Cli.Ended run(String prefix, String... arguments) {
        List<String> line = new ArrayList<>(List.of(arguments));
        line.addAll(List.of(
                "--bootstrap-servers", cluster.bootstrapServers(),
                "--schema-registry", cluster.registryUrl(),
                "--topic-prefix", prefix));
        return Cli.run(line.toArray(String[]::new));
    }

    private static String digest(Cli.Ended ended) throws IOException {
        return new ObjectMapper().readTree(ended.out()).get("digest").asText();
    }

    /** The events of a recording as text, with both names made the same and the mention of the origin dropped. */
    private static List<String> withoutNames(Path recording) throws IOException {
        return new SoakReader()
                .read(recording, ReadOptions.defaults()).events().stream()
                        .map(Object::toString)
                        .map(event ->
                                event.replace("BBB", "AAA").replace("\"origin\": \"bot:AAA\"", "\"origin\": null"))
                        .toList();
    }
}
