package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands on the recorded week that the gate's own tests hold. */
class ReadinessCommandTest {
    private static final Path RECORDED = Path.of("../gate-stream/src/test/resources/readiness");
    private static final Map<String, String> NOW = Map.of("CI_FAKE_UTC", "1970-01-01T00:00:00Z");

    @TempDir
    Path directory;

    @Test
    void shouldWriteThePublishedScoreByteForByteAndFindItValid() throws IOException {
        // Given
        Path score = directory.resolve("READINESS_SCORE.json");

        // When
        Cli.Ended scored = Cli.run(
                NOW,
                "readiness",
                "score",
                "--dir",
                RECORDED.resolve("soak_7days").toString(),
                "--out-json",
                score.toString());
        Cli.Ended validated = Cli.run("readiness", "validate", score.toString());

        // Then
        assertThat(scored.exitCode()).isZero();
        assertThat(scored.out()).isEqualTo(Files.readString(RECORDED.resolve("READINESS_SCORE_case1.json")));
        assertThat(score).hasSameTextualContentAs(RECORDED.resolve("READINESS_SCORE_case1.json"));
        assertThat(directory.resolve("READINESS_SCORE.md"))
                .hasSameTextualContentAs(RECORDED.resolve("READINESS_SCORE_case1.md"));
        assertThat(validated.exitCode()).isZero();
        assertThat(validated.out()).isEqualTo("readiness: GO\n");
    }

    @Test
    void shouldNotScoreTooFewDaysUnlessTold() throws IOException {
        // Given
        for (int day = 1; day <= 3; day++) {
            String name = "REPORT_SOAK_2025010" + day + ".json";
            Files.copy(RECORDED.resolve("soak_7days").resolve(name), directory.resolve(name));
        }
        Path score = directory.resolve("score.json");

        // When
        Cli.Ended refused = score(score);
        boolean written = Files.exists(score);
        Cli.Ended scored = score(score, "--min-days", "3");

        // Then
        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("has 3 of 7 daily reports that are needed");
        assertThat(written).isFalse();
        assertThat(scored.out()).contains("\"guards\":10.0", "\"verdict\":\"GO\"");
    }

    @Test
    void shouldNameTheReportAndTheFieldThatIsWrong() throws IOException {
        // Given
        Files.writeString(directory.resolve("REPORT_SOAK_20260101.json"), "{\"edge_net_bps\": \"high\"}");

        // When
        Cli.Ended ended = score(directory.resolve("score.json"), "--min-days", "1");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("REPORT_SOAK_20260101.json: edge_net_bps: must be a number");
    }

    @Test
    void shouldRefuseATimeThatIsNone() {
        // When
        Cli.Ended ended = Cli.run(
                Map.of("CI_FAKE_UTC", "yesterday"),
                "readiness",
                "score",
                "--dir",
                RECORDED.resolve("soak_7days").toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("CI_FAKE_UTC: is no time in UTC: yesterday");
    }

    private Cli.Ended score(Path out, String... more) {
        List<String> words = new ArrayList<>(
                List.of("readiness", "score", "--dir", directory.toString(), "--out-json", out.toString()));
        words.addAll(List.of(more));
        return Cli.run(NOW, words.toArray(String[]::new));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"score\":100.0 | \"score\":90.0 | score 90 is not the sum of the sections",
                "\"edge\":30.0 | \"edge\":31.0 | sections.edge must be from 0 to 30",
                "\"verdict\":\"GO\" | \"verdict\":\"HOLD\" | verdict HOLD cannot stand with a score of 100",
                "\"verdict\":\"GO\" | \"verdict\":\"READY\" | verdict must be GO or HOLD",
                "\"chaos\":10.0, | '' | sections.chaos must be a number, is missing"
            })
    void shouldSayWhatIsWrongWithAScore(String original, String other, String error) throws IOException {
        // Given
        String text = Files.readString(RECORDED.resolve("READINESS_SCORE_case1.json"));
        Path altered = Files.writeString(directory.resolve("score.json"), text.replace(original, other));

        // When
        Cli.Ended ended = Cli.run("readiness", "validate", altered.toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.err()).contains(error);
        assertThat(ended.out()).startsWith("readiness: INVALID");
    }

    @Test
    void shouldGoByTheKpisOfAnEdgeReport() throws IOException {
        // Given
        Path report = Files.writeString(
                directory.resolve("EDGE_REPORT.json"),
                "{\"totals\": {\"net_bps\": 3.5, \"adverse_bps_p95\": 5, \"slippage_bps_p95\": 1, \"cancel_ratio\": 0.3,"
                        + " \"order_age_p95_ms\": 250, \"ws_lag_p95_ms\": 80, \"maker_share_pct\": 90}}");
        Path out = directory.resolve("KPI.json");
        String[] line = {
            "readiness", "validate", "--kpi-gate", "--edge-report", report.toString(), "--out-json", out.toString()
        };

        // When
        Cli.Ended warned = Cli.run(Map.of("MM_FREEZE_UTC_ISO", "2026-01-01T00:00:00Z", "MM_VERSION", "1.2"), line);
        Cli.Ended failed = Cli.run(Map.of("KPI_ADVERSE_FAIL", "4.5"), line);
        Cli.Ended wrong = Cli.run(Map.of("KPI_ADVERSE_FAIL", "low"), line);

        // Then
        assertThat(warned.exitCode()).isZero();
        assertThat(warned.out()).isEqualTo("| kpi_gate | WARN | REASONS=EDGE:adverse |\n");
        assertThat(failed.exitCode()).isEqualTo(1);
        assertThat(wrong.exitCode()).isEqualTo(64);
        assertThat(wrong.err()).contains("KPI_ADVERSE_FAIL: is no number: low");
    }

    /** Real reports lack the p95 values: what is not there is not good. */
    @Test
    void shouldFailTheRecordedEdgeReportAndPassTheRecordedWeek() {
        // When
        Cli.Ended edge = Cli.run(
                "readiness",
                "validate",
                "--kpi-gate",
                "--edge-report",
                RECORDED.resolve("EDGE_REPORT_case1.json").toString());
        Cli.Ended week = Cli.run(
                "readiness",
                "validate",
                "--kpi-gate",
                "--weekly",
                RECORDED.resolve("WEEKLY_ROLLUP_case1.json").toString());

        // Then
        assertThat(edge.exitCode()).isEqualTo(1);
        assertThat(edge.out()).contains("EDGE:adverse:nodata", "EDGE:maker_share:nodata");
        assertThat(week.exitCode()).isZero();
        assertThat(week.out()).isEqualTo("KPI_GATE: PASS weekly\n");
    }

    @Test
    void shouldRefuseWhatDoesNotGoTogether() {
        assertThat(Cli.run("readiness").exitCode()).isEqualTo(64);
        assertThat(Cli.run("readiness", "validate").exitCode()).isEqualTo(64);
        assertThat(Cli.run("readiness", "validate", "--kpi-gate", "x.json").exitCode())
                .isEqualTo(64);
        assertThat(Cli.run("readiness", "validate", "nowhere.json").err()).contains("there is no file nowhere.json");
        assertThat(Cli.run("readiness", "score", "--dir", "nowhere").err())
                .contains("--dir: there is no directory nowhere");
    }
}
