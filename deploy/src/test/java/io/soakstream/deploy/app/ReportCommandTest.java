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
import org.junit.jupiter.params.provider.CsvSource;

class ReportCommandTest {
    private static final String RECORDED = "src/test/resources/recorded/";

    @TempDir
    Path directory;

    @Test
    void shouldReproduceThePublishedTable() throws IOException {
        // When
        Cli.Ended ended = report("mock36");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(read("POST_SOAK_AUDIT.md"))
                .contains("Iterations: 36, analysed: 29-36 (last 8)", "**PASS** - READY FOR PROD-FREEZE")
                .contains(
                        "| maker share | mean >= 0.83 | 0.850 | [OK] |",
                        "| p95 latency (ms) | max <= 340 | 180.0 | [OK] |")
                .contains("| risk | median <= 0.4 | 0.300 | [OK] |", "| net edge (bps) | mean >= 2.5 | 5.95 | [OK] |")
                .contains("| velocity | 3 | 4, 5, 6 |", "- Applied: 2 (iterations: 1, 3)")
                .contains("- no_change: 31\n- velocity: 3\n")
                .contains("`p95_latency_ms`: 310.00 at iteration 3", "`risk_ratio`: 0.68 at iteration 3")
                .contains("`adverse_bps_p95`: 5.00 at iteration 1");
    }

    @Test
    void shouldDrawThePublishedSparklines() throws IOException {
        // When
        report("mock36");

        // Then
        assertThat(read("POST_SOAK_AUDIT.md"))
                .contains("maker_taker_ratio    [ ---==+#############################]\n"
                        + "p95_latency_ms       [=+#++++++=======------              ]\n"
                        + "risk_ratio           [ -#+=-------------------------------]\n"
                        + "net_bps              [  ==============+++++++++++++++++++#]\n");
    }

    @Test
    void shouldGiveThePublishedStatisticsOfAllIterations() throws IOException {
        // When
        report("mock36");

        // Then
        assertThat(read("POST_SOAK_AUDIT.md"))
                .contains("| Mean | 0.812 | 0.850 (flat) |\n| Median | 0.850 | 0.850 |\n| Min / Max | 0.500 / 0.850")
                .contains(
                        "| Mean | 233.472 | 180.000 (flat) |\n| Median | 232.500 | 180.000 |\n| Min / Max | 180.000 / 310.000")
                .contains("| Mean | 0.323 | 0.300 (flat) |\n| Median | 0.300 | 0.300 |\n| Min / Max | 0.170 / 0.680")
                .contains("| Mean | 4.328 | 5.950 (up) |\n| Median | 4.550 | 5.950 |\n| Min / Max | -1.500 / 6.300")
                .contains("| Mean | 1.881 |", "| Mean | 1.281 |");
    }

    @ParameterizedTest
    @CsvSource({"mock36, 0", "mock12_preset, 0", "mock8, 1", "mock3_smoke, 1", "scen_normalize, 2"})
    void shouldEndWithTheCodeOfTheVerdictAndWriteEveryFile(String run, int exitCode) throws IOException {
        // When
        Cli.Ended ended = report(run);

        // Then
        assertThat(ended.exitCode()).isEqualTo(exitCode);
        assertThat(names())
                .containsExactly(
                        "DELTA_VERIFY_REPORT.json",
                        "DELTA_VERIFY_REPORT.md",
                        "FAILURES.md",
                        "POST_SOAK_AUDIT.md",
                        "POST_SOAK_METRICS.prom",
                        "POST_SOAK_SNAPSHOT.json",
                        "RECOMMENDATIONS.md",
                        "TUNING_REPORT.json",
                        "soak_report.html");
    }

    /** As a gate that ends with them: it passes no proposals that nothing shows. */
    @Test
    void shouldWriteTheVerdictThatTheGateEndsWith() throws IOException {
        // When
        Cli.Ended gate = Cli.run("gate", "--recording", RECORDED + "create_test_soak_data_24", "--policy", "snapshot");
        Cli.Ended ended = report("create_test_soak_data_24", "--policy", "snapshot");

        // Then
        assertThat(ended.exitCode()).isEqualTo(gate.exitCode()).isEqualTo(2);
        JsonNode snapshot = new ObjectMapper().readTree(read("POST_SOAK_SNAPSHOT.json"));
        assertThat(snapshot.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(read("POST_SOAK_METRICS.prom")).containsPattern("soak_freeze_ready(\\{[^}]*})? 0");
        assertThat(read("POST_SOAK_AUDIT.md")).doesNotContain("READY FOR PROD-FREEZE");
    }

    @Test
    void shouldWriteTheResultsOfALongSoakWhereItsPolicyJudges() throws IOException {
        // When
        Cli.Ended ended = report("mock8", "--policy", "release,soak-72h");

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(names()).contains("soak_metrics.json", "SOAK_RESULTS.md", "gates_summary.json");
        JsonNode gates = new ObjectMapper().readTree(read("gates_summary.json"));
        assertThat(gates.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(gates.get("gates").get("hit_ratio").get("actual").isNull()).isTrue();
        assertThat(gates.get("gates").get("hit_ratio").get("pass").asBoolean()).isFalse();
    }

    @Test
    void shouldNameEveryViolationWithItsLimit() throws IOException {
        // When
        report("mock8");

        // Then
        assertThat(read("FAILURES.md"))
                .contains("[FAIL] maker_taker_ok: maker share mean >= 0.83, is 0.681")
                .contains("[OK] p95_latency_ok")
                .contains("| 3 | yes | risk | 0.68 | <= 0.42 | ITER_SUMMARY_3.json |")
                .contains("- iteration 2: risk jump, maker share");
    }

    @Test
    void shouldAdviseFromTheValuesOfTheRun() throws IOException {
        // When
        report("mock36_default_overrides", "--tuning", "own", "--last-n", "36");

        // Then
        JsonNode overrides = new ObjectMapper().readTree(read("POST_SOAK_SNAPSHOT.json"));
        assertThat(overrides.get("iterations_analyzed")).hasSize(36);
        assertThat(read("RECOMMENDATIONS.md"))
                .contains("Current values are those that the run ended with.")
                .contains("## 1. maker share", "The mean of the maker share is 0.812. The goal is >= 0.83.")
                .containsPattern("\\| `risk.base_spread_bps` \\| [0-9.]+ bps \\| [0-9.]+ bps \\| \\+0.015 \\|");
    }

    @Test
    void shouldBeTheSameTextAgainInThePlaceOfAnEarlierReport() throws IOException {
        // Given
        report("mock24");
        List<String> before = contents();
        Files.writeString(directory.resolve("POST_SOAK_SNAPSHOT.json"), "of an earlier run");

        // When
        report("mock24");

        // Then
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void shouldTakeAwayWhatAnEarlierReportAloneHad() throws IOException {
        // Given
        report("mock8", "--policy", "release,soak-72h");
        Path other = Files.writeString(directory.resolve("other.md"), "of somebody else");

        // When
        report("mock8");

        // Then
        assertThat(names()).doesNotContain("soak_metrics.json", "SOAK_RESULTS.md", "gates_summary.json");
        assertThat(other).exists();
    }

    @Test
    void shouldNoteAKpiGateThatIsNoJson() throws IOException {
        // Given
        Path soak = Files.createDirectory(directory.resolve("soak-of-a-bot"));
        Files.copy(Path.of(RECORDED, "mock24", "iterations.jsonl"), soak.resolve("iterations.jsonl"));
        Files.writeString(soak.resolve("KPI_GATE.json"), "{\"verdict\": ");

        // When
        Cli.Ended ended = Cli.run(
                "report", soak.toString(), "--out", directory.resolve("report").toString());

        // Then
        assertThat(ended.exitCode()).isZero();
        Path report = directory.resolve("report");
        assertThat(report.resolve("POST_SOAK_AUDIT.md")).content().contains("KPI_GATE.json is no JSON");
        assertThat(report.resolve("POST_SOAK_SNAPSHOT.json")).content().contains("\"kpi_gate_parity\":null");
    }

    @Test
    void shouldLeaveNoSnapshotOfAReportThatIsNotWhole() throws IOException {
        // Given
        report("mock24");
        Files.delete(directory.resolve("FAILURES.md"));
        Files.createDirectories(directory.resolve("FAILURES.md").resolve("in-the-way"));

        // When
        Cli.Ended ended = report("mock24");

        // Then
        assertThat(ended.exitCode()).isNotZero();
        assertThat(directory.resolve("POST_SOAK_SNAPSHOT.json")).doesNotExist();
    }

    @Test
    void shouldNotPassWhatWasRefusedInPart() throws IOException {
        // Given
        Path lines = directory.resolve("soak.jsonl");
        Files.writeString(
                lines, Files.readString(Path.of(RECORDED, "mock24", "iterations.jsonl")) + "{\"iteration\": \n");

        // When
        Cli.Ended ended = Cli.run(
                "report", lines.toString(), "--out", directory.resolve("report").toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("refused: ");
        assertThat(Files.readString(directory.resolve("report/POST_SOAK_AUDIT.md")))
                .contains("INCONCLUSIVE", "Refused parts of the input:");
    }

    private Cli.Ended report(String run, String... more) {
        return Cli.run(Stream.concat(
                        Stream.of("report", "--recording", RECORDED + run, "--out", directory.toString()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private String read(String name) throws IOException {
        return Files.readString(directory.resolve(name));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private List<String> contents() throws IOException {
        StringBuilder all = new StringBuilder();
        for (String name : names()) {
            all.append(name).append('\n').append(read(name));
        }
        return all.toString().lines().toList();
    }
}
