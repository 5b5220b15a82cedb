package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
