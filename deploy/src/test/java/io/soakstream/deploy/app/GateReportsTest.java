package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gate writes beside its verdict. */
class GateReportsTest {
    private static final String RECORDED = "src/test/resources/recorded/";

    @TempDir
    Path directory;

    @Test
    void shouldChangeNothingInTheVerdict() {
        // When
        Cli.Ended alone = Cli.run("gate", "--recording", RECORDED + "mock24");
        Cli.Ended reported = Cli.run("gate", "--recording", RECORDED + "mock24", "--out", directory.toString());

        // Then
        assertThat(reported).isEqualTo(alone);
        assertThat(directory.resolve("POST_SOAK_SNAPSHOT.json")).exists();
    }

    /** The vector gate_delta_1. */
    @Test
    void shouldWriteTheMetricsOfTheDeltas() throws IOException {
        // Given
        Path metrics = directory.resolve("a/b/POST_SOAK_METRICS.prom");

        // When
        Cli.Ended ended = Cli.run("gate", "--recording", RECORDED + "mock24", "--prometheus", metrics.toString());

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(PublishedOutput.samples(Files.readString(metrics)))
                .containsEntry("soak_delta_full_apply_ratio", "0.400")
                .containsEntry("soak_delta_justified_apply_ratio", "1.000");
    }

    @Test
    void shouldSayStrictInTheReportOfAStrictGate() throws IOException {
        // When
        Cli.Ended ended =
                Cli.run("gate", "--recording", RECORDED + "mock12_preset", "--strict", "--out", directory.toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        JsonNode snapshot = json("POST_SOAK_SNAPSHOT.json");
        assertThat(snapshot.get("verdict").asText()).isEqualTo("FAIL");
        assertThat(snapshot.get("reasons").toString()).contains("strict");
        assertThat(json("DELTA_VERIFY_REPORT.json").get("strict").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--recording nowhere", "--recording EMPTY", "--recording samples/pass --policy relese"})
    void shouldLeaveNothingOfAnEarlierGate(String line) throws IOException {
        // Given
        Path out = directory.resolve("out");
        Path metrics = directory.resolve("soak.prom");
        String empty = Files.createDirectory(directory.resolve("empty")).toString();
        List<String> reports = List.of("--out", out.toString(), "--prometheus", metrics.toString());
        gate("--recording samples/pass", reports);
        assertThat(metrics).content().contains("soak_freeze_ready 1");

        // When
        Cli.Ended ended = gate(line.replace("EMPTY", empty), reports);

        // Then
        assertThat(ended.exitCode()).isIn(2, 64);
        assertThat(out).isEmptyDirectory();
        assertThat(metrics).content().contains("# There is no verdict", "soak_freeze_ready 0\n");
    }

    /** Where yesterday's report lies, today's goes. */
    @Test
    void shouldCompareWithTheSnapshotInWhosePlaceItWrites() {
        // Given
        List<String> reports = List.of("--out", directory.toString());
        gate("--recording " + RECORDED + "mock36", reports);

        // When
        Cli.Ended ended = gate(
                "--recording " + RECORDED + "mock36 --compare " + directory.resolve("POST_SOAK_SNAPSHOT.json"),
                reports);

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err()).contains("Baseline vs Current:", "PASS by policy release (version 1)");
    }

    private static Cli.Ended gate(String line, List<String> reports) {
        return Cli.run(Stream.of(List.of("gate"), List.of(line.split(" ")), reports)
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    /** The earlier gate passed it, because its verifier had crashed. */
    @Test
    void shouldNotPassProposalsThatNothingShows() {
        // When
        Cli.Ended ended = Cli.run("gate", "--recording", RECORDED + "create_test_soak_data_24", "--policy", "snapshot");

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).contains("of 21 iteration(s) it is not recorded what their proposals changed");
    }

    @Test
    void shouldNotAskARecordingWhatOurOwnTunerHasDone() {
        // When
        Cli.Ended ended = Cli.run(
                "gate",
                "--recording",
                RECORDED + "create_test_soak_data_24",
                "--policy",
                "snapshot",
                "--tuning",
                "own");

        // Then
        assertThat(ended.out()).doesNotContain("is not recorded");
    }

    private JsonNode json(String name) throws IOException {
        return new ObjectMapper().readTree(directory.resolve(name).toFile());
    }
}
