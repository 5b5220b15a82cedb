package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.report.snapshot.ReadSnapshot;
import io.soakstream.gate.report.snapshot.SnapshotReader;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.kpi.Kpi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnapshotCommandTest {
    private static final String RECORDED = "src/test/resources/recorded/";

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mock3_smoke",
                "mock8",
                "mock12_preset",
                "mock12_steady_safe",
                "mock24",
                "mock36",
                "mock36_default_overrides",
                "create_test_soak_data_8",
                "create_test_soak_data_24"
            })
    void shouldBeThePublishedSnapshotsButForTheirMistakes(String run) throws IOException {
        // When
        Cli.Ended schema11 = Cli.run("snapshot", "--schema", "1.1", RECORDED + run);
        Cli.Ended schema12 = Cli.run("snapshot", "--schema", "1.2", RECORDED + run);

        // Then
        assertThat(parsed(schema11)).isEqualTo(PublishedOutput.snapshot11(run));
        ObjectNode ours = parsed(schema12);
        assertThat(ours.remove("timestamp").asText()).startsWith("2025-10-1");
        ObjectNode published = PublishedOutput.snapshot12(run);
        assertThat(ours.equals(SnapshotCommandTest::compared, published))
                .as("%s%nis to be%n%s", ours, published)
                .isTrue();
    }

    /** The vector schema_fields. */
    @Test
    void shouldHaveTheFieldsOfSchema11AndNoOthers() throws IOException {
        // When
        ObjectNode snapshot =
                parsed(Cli.run("snapshot", "--schema", "1.1", "--recording", RECORDED + "create_test_soak_data_24"));

        // Then
        List<String> names = new ArrayList<>();
        snapshot.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "anomalies_count",
                        "freeze_ready",
                        "freeze_seen",
                        "guards_last8",
                        "kpi_gate_parity",
                        "kpi_last8",
                        "pass_count_last8",
                        "schema_version",
                        "signature_loops",
                        "time_range",
                        "verdict");
        assertThat(snapshot.get("schema_version").asText()).isEqualTo("1.1");
    }

    @Test
    void shouldHaveBothViewsInOneLine() throws IOException {
        // When
        Cli.Ended ended = Cli.run("snapshot", RECORDED + "create_test_soak_data_24");

        // Then
        JsonNode snapshot = parsed(ended);
        assertThat(ended.out().lines()).hasSize(1);
        assertThat(snapshot.get("schema_version").asText()).isEqualTo("1.2");
        assertThat(snapshot.get("verdict").asText()).isEqualTo("FAIL");
        assertThat(snapshot.get("policy").asText()).isEqualTo("release");
        assertThat(snapshot.get("schema_1_1").get("verdict").asText()).isEqualTo("PASS");
        assertThat(snapshot.get("results")).hasSize(4);
        assertThat(snapshot.get("guards_all").get("counts").get("cooldown").asInt())
                .isEqualTo(3);
    }

    @Test
    void shouldBeReadAgain() {
        // Given
        Cli.Ended ended = Cli.run("snapshot", "--pretty", RECORDED + "mock36");

        // When
        ReadSnapshot snapshot = SnapshotReader.parse("ours", ended.out());

        // Then
        assertThat(snapshot.verdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(snapshot.mean(Kpi.NET_BPS)).contains(5.95);
        assertThat(snapshot.digest())
                .hasValueSatisfying(digest -> assertThat(digest).hasSize(64));
    }

    @Test
    void shouldReadThePublishedSnapshotOfTheRelease() throws IOException {
        // When
        ReadSnapshot snapshot = SnapshotReader.read(Path.of("src/test/resources/published/release-36-snapshot.json"));

        // Then
        assertThat(snapshot.schemaVersion()).isEqualTo("1.2");
        assertThat(snapshot.verdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(snapshot.passCount()).isEqualTo(4);
        assertThat(snapshot.mean(Kpi.NET_BPS)).contains(5.95);
        assertThat(snapshot.iterationsTotal()).hasValue(36);
    }

    @Test
    void shouldSayWhetherTheBotsOwnGateAgrees() throws IOException {
        // Given
        Files.copy(Path.of(RECORDED, "mock8", "iterations.jsonl"), directory.resolve("iterations.jsonl"));
        Files.writeString(directory.resolve("KPI_GATE.json"), "{\"verdict\": \"PASS\", \"reasons\": []}");

        // When
        JsonNode snapshot = parsed(Cli.run("snapshot", "--schema", "1.1", directory.toString()));

        // Then
        assertThat(snapshot.get("verdict").asText()).isEqualTo("FAIL");
        assertThat(snapshot.get("kpi_gate_parity").isBoolean()).isTrue();
        assertThat(snapshot.get("kpi_gate_parity").asBoolean()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "snapshot",
                "snapshot a --recording b",
                "snapshot --schema 1.3 samples/pass",
                "report samples/pass",
                "verify-deltas no-such-file"
            })
    void shouldRefuseAWrongCommandLine(String line) {
        // When
        Cli.Ended ended = Cli.run(line.split(" "));

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err()).startsWith("soak: ");
    }

    /** JSON has one kind of number: 280 is 280.0. */
    private static int compared(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return Double.compare(one.doubleValue(), other.doubleValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    private static ObjectNode parsed(Cli.Ended ended) throws IOException {
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        return (ObjectNode) new ObjectMapper().readTree(ended.out());
    }
}
