package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateCommandTest {
    private static final String PASS = "samples/pass";

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "samples/pass, 0",
        "samples/fail, 1",
        "src/test/resources/recorded/mock12_steady_safe, 0",
        "src/test/resources/recorded/create_test_soak_data_24, 1",
        "src/test/resources/recorded/scen_normalize, 2"
    })
    void shouldEndWithTheCodeOfTheVerdict(String recording, int exitCode) {
        assertThat(Cli.run("gate", "--recording", recording).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void shouldJudgeLinesInADirectoryThatBeginWithAPresetAndAWarmUp() throws IOException {
        // Given
        StringBuilder lines = new StringBuilder();
        for (int iteration = 1; iteration <= 8; iteration++) {
            lines.append("{\"iteration\": ")
                    .append(iteration)
                    .append(", \"summary\": {\"net_bps\": 3, \"risk_ratio\":")
                    .append(" 0.3, \"maker_taker_ratio\": 0.9, \"p95_latency_ms\": 200}}\n");
        }
        Files.writeString(directory.resolve("iterations.jsonl"), lines);
        Files.writeString(directory.resolve("runtime_overrides.start.json"), "{\"engine\": {\"min_interval_ms\": 70}}");

        // When
        Cli.Ended ended = Cli.run(
                "gate",
                "--recording",
                directory.toString(),
                "--preset",
                "maker_bias_uplift_v1",
                "--warmup",
                "warmup_conservative_v1");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.err())
                .contains("note: preset maker_bias_uplift_v1: engine.min_interval_ms: 85 ms is cut to 80");
    }

    @Test
    void shouldNameFileAndKeyOfABrokenProfile() throws IOException {
        // Given
        Path broken = Files.writeString(
                directory.resolve("mine.yaml"), "{name: mine, version: 1, values: {tail_age_ms: 850}}");

        // When
        Cli.Ended ended = Cli.run("gate", "--recording", PASS, "--profile", broken.toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err())
                .contains("mine.yaml: values.tail_age_ms: engine.tail_age_ms: 850 is outside 500..800 ms");
    }

    @Test
    void shouldNameEveryFailedGoal() {
        // When
        Cli.Ended ended = Cli.run("gate", "--recording", "samples/fail");

        // Then
        assertThat(ended.out())
                .contains("maker share mean is 0.68125, must be >= 0.83", "net edge mean is 2.15, must be >= 2.5");
    }

    @Test
    void shouldPrintOneJsonObjectAndNothingElse() throws IOException {
        // When
        Cli.Ended ended = Cli.run("gate", "--recording", PASS, "--json");

        // Then
        JsonNode snapshot = new ObjectMapper().readTree(ended.out());
        JsonNode published = new ObjectMapper()
                .readTree(Path.of("src/test/resources/published-snapshot.json").toFile());
        published.fieldNames().forEachRemaining(name -> assertThat(snapshot.has(name))
                .as(name)
                .isTrue());
        for (String same : new String[] {
            "schema_version",
            "verdict",
            "iterations_total",
            "iterations_analyzed",
            "pass_count_last_n",
            "goals_met",
            "freeze_ready",
            "anomalies_count"
        }) {
            assertThat(snapshot.get(same)).as(same).isEqualTo(published.get(same));
        }
        for (String kpi : new String[] {"maker_taker_ratio", "p95_latency_ms", "risk_ratio", "net_bps"}) {
            published.get("kpi_last_n").get(kpi).fields().forEachRemaining(entry -> assertThat(
                            snapshot.get("kpi_last_n").get(kpi).get(entry.getKey()))
                    .as(kpi + "." + entry.getKey())
                    .isEqualTo(entry.getValue()));
        }
        assertThat(snapshot.get("policy").asText()).isEqualTo("release");
        assertThat(snapshot.get("digest").asText()).hasSize(64);
        assertThat(snapshot.get("kpi_last_n").get("cancel_ratio").get("mean").isNull())
                .isTrue();
    }

    @Test
    void shouldGoByTheWorstOfSeveralPoliciesAndPrintAll() throws IOException {
        // Given
        String[] line = {"gate", "--recording", PASS, "--policy", "release", "--policy", "smoke,soak-72h"};

        // When
        Cli.Ended table = Cli.run(line);
        Cli.Ended json = Cli.run("gate", "--recording", PASS, "--policy", "smoke,soak-72h", "--json");

        // Then
        assertThat(table.exitCode()).isEqualTo(2);
        assertThat(table.out())
                .containsSubsequence(
                        "policy        release", "verdict       PASS",
                        "policy        smoke", "verdict       PASS",
                        "policy        soak-72h", "verdict       INCONCLUSIVE")
                .contains("the run does not declare how many hours it is to last", "hit ratio has no data")
                .contains("proposals     5, applied or excused 1.000 (in full 0.400)");
        JsonNode first = new ObjectMapper().readTree(json.out());
        assertThat(first.get("policy").asText()).isEqualTo("smoke");
        assertThat(first.get("run_ended").asBoolean()).isTrue();
        assertThat(first.get("delta_quality").get("justified_apply_ratio").asDouble())
                .isEqualTo(1.0);
        assertThat(first.get("other_policies").get(0).get("policy").asText()).isEqualTo("soak-72h");
    }

    @Test
    void shouldCountTheIterationsThatPassASnapshot() {
        // When
        Cli.Ended ended = Cli.run("gate", "--recording", PASS, "--policy", "snapshot");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains("iterations passing", "verdict       WARN")
                .contains("steady-state freeze count is 0, must be >= 1");
    }

    @Test
    void shouldPassNothingButTheBestStrictly() {
        assertThat(Cli.run("gate", "--recording", PASS, "--strict").exitCode()).isZero();
        Cli.Ended warned = Cli.run("gate", "--recording", PASS, "--policy", "snapshot", "--strict");
        assertThat(warned.exitCode()).isEqualTo(1);
        assertThat(warned.out()).contains("strict: nothing but a PASS that is freeze-ready passes");
    }

    @Test
    void shouldJudgeALongSoakByAFileThatSaysHowLong() throws IOException {
        // Given
        Path policy = Files.writeString(directory.resolve("three-hours.yaml"), """
                name: three-hours
                version: 1
                minimum: {pass: 1, fail: 1, elapsed: 3}
                criteria:
                  - {goal: hit_ratio, kpi: hit_ratio, statistic: last, comparator: ">=", threshold: 0.7, severity: hard}
                """);
        Path shorter = Files.writeString(directory.resolve("short.jsonl"), iterations(7_200_000));
        Path longer = Files.writeString(directory.resolve("long.jsonl"), iterations(10_800_000));

        // When
        Cli.Ended early = Cli.run("gate", "--recording", shorter.toString(), "--policy", policy.toString());
        Cli.Ended done = Cli.run("gate", "--recording", longer.toString(), "--policy", policy.toString());

        // Then
        assertThat(early.exitCode()).isEqualTo(2);
        assertThat(early.out()).contains("the run has lasted 2 of 3 hours that are needed: 1 more");
        assertThat(done.exitCode()).isZero();
        assertThat(done.out()).contains("three-hours (version 1)", "verdict       PASS");
    }

    private static String iterations(long elapsedMs) {
        return "{\"iteration\": 1, \"summary\": {\"net_bps\": 3, \"risk_ratio\": 0.3, \"hit_ratio\": 0.7, \"elapsed_ms\": "
                + elapsedMs + "}}\n";
    }

    @Test
    void shouldDecideBySettings() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("soak.yaml"), "tuner: {window_length: 5}");
        String[] plain = {"gate", "--recording", PASS, "--json"};
        String[] withFile = {"gate", "--recording", PASS, "--json", "--config", file.toString()};
        String[] withFlag = {
            "gate", "--recording", PASS, "--json", "--config", file.toString(), "--set", "tuner.window_length=7"
        };
        Map<String, String> environment = Map.of("SOAK_TUNER_WINDOW_LENGTH", "6");

        // When // Then
        assertThat(analyzed(Cli.run(plain))).isEqualTo(8);
        assertThat(analyzed(Cli.run(withFile))).isEqualTo(5);
        assertThat(analyzed(Cli.run(environment, withFile))).isEqualTo(6);
        assertThat(analyzed(Cli.run(environment, withFlag))).isEqualTo(7);
    }

    private static int analyzed(Cli.Ended ended) throws IOException {
        return new ObjectMapper()
                .readTree(ended.out())
                .get("iterations_analyzed")
                .size();
    }

    @Test
    void shouldTakePathsWithSpaces() throws IOException {
        // Given
        Path awkward = Files.createDirectories(directory.resolve("last night's soak/soak/latest 1/soak/latest"));
        for (int i = 1; i <= 8; i++) {
            Files.copy(
                    Path.of("samples/pass/ITER_SUMMARY_" + i + ".json"),
                    awkward.resolve("ITER_SUMMARY_" + i + ".json"));
        }

        // When
        Cli.Ended ended = Cli.run(
                "gate",
                "--recording",
                directory.resolve("last night's soak/soak/latest 1").toString());

        // Then
        assertThat(ended.out()).contains("8 in all");
        assertThat(ended.exitCode()).isEqualTo(1);
    }

    @Test
    void shouldNameABadFieldKeepTheRestAndNotPass() throws IOException {
        // Given
        for (int i = 1; i <= 36; i++) {
            Path target = directory.resolve("ITER_SUMMARY_" + i + ".json");
            Files.copy(Path.of("samples/pass/ITER_SUMMARY_" + i + ".json"), target);
        }
        Path bad = directory.resolve("ITER_SUMMARY_5.json");
        Files.writeString(
                bad,
                Files.readString(bad)
                        .replaceFirst("\"risk_ratio\": [0-9.]+,\\s+\"runtime", "\"risk_ratio\": 1.7, \"runtime"));

        // When
        Cli.Ended ended = Cli.run("gate", "--recording", directory.toString());

        // Then
        assertThat(ended.err()).contains("ITER_SUMMARY_5.json", "risk_ratio", "1.7");
        assertThat(ended.out())
                .contains("35 in all", "verdict       INCONCLUSIVE", "1 part(s) of the input were refused")
                .contains("freeze-ready  no")
                .doesNotContain("PASS");
        assertThat(ended.exitCode()).isEqualTo(2);
    }

    @Test
    void shouldSayThatThereIsNothingToJudge() {
        // When
        Cli.Ended ended = Cli.run("gate", "--recording", directory.toString(), "--json");

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.out()).contains("\"verdict\": \"INCONCLUSIVE\"", "no_iterations");
    }

    @Test
    void shouldNameAMissingPath() {
        // When
        Cli.Ended ended =
                Cli.run("gate", "--recording", directory.resolve("nowhere").toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("nowhere").doesNotContain("Exception");
    }
}
