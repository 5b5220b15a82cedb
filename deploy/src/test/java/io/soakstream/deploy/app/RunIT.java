package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.producer.http.MetricsServer;
import io.soakstream.producer.telemetry.BotMetrics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code soak run}: a whole soak in one command. */
class RunIT {
    @TempDir
    private Path out;

    @Test
    void shouldTuneAMockSoakIntoAPassAndLeaveItsFiles() throws IOException {
        // When
        Cli.Ended ended = run("runs.", Map.of(), "--mock", "--auto-tune", "--iterations=24");

        // Then
        assertThat(ended.err()).isEmpty();
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .contains("iteration 3 of 24:", "FAIL")
                .contains("verdict       PASS")
                .contains("freeze-ready  yes");
        assertThat(summaries(out)).isEqualTo(24);
        assertThat(report(out).get("summary").get("count").asInt()).isEqualTo(24);
        assertThat(report(out).get("summary").get("applied").asInt()).isPositive();
        assertThat(Cli.run("gate", "--recording", out.toString()).exitCode()).isZero();
        assertThat(Cli.run("verify-deltas", "--recording", out.toString(), "--strict")
                        .exitCode())
                .isZero();
    }

    @Test
    void shouldWriteTheResultsOfALongSoak() throws IOException {
        // Given
        Path results = out.resolve("results");

        // When
        Cli.Ended ended = run(
                "long.",
                Map.of(),
                "--mock",
                "--hours=1",
                "--export-json=" + results.resolve("soak_metrics.json"),
                "--export-md=" + results.resolve("SOAK_RESULTS.md"),
                "--gate-summary=" + results.resolve("gates_summary.json"));

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        JsonNode metrics =
                new ObjectMapper().readTree(results.resolve("soak_metrics.json").toFile());
        assertThat(metrics.get("duration_hours").asInt()).isEqualTo(1);
        assertThat(metrics.get("verdict").asText()).isEqualTo("FAIL");
        assertThat(new ObjectMapper()
                        .readTree(results.resolve("gates_summary.json").toFile())
                        .get("gates"))
                .isEqualTo(metrics.get("gates"))
                .hasSize(6);
        assertThat(results.resolve("SOAK_RESULTS.md")).content().contains("**Verdict:** FAIL");
    }

    @Test
    void shouldOnlyProposeUnlessItMayTune() throws IOException {
        // When
        Cli.Ended ended = run("proposing.", Map.of("USE_MOCK", "1"), "--iterations=8");

        // Then
        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.out()).contains("SKIPPED (auto_tune_off)").contains("verdict       FAIL");
        assertThat(report(out).get("summary").get("applied").asInt()).isZero();
    }

    @Test
    void shouldReportExactlyThreeIterationsOfASmokeTest() throws IOException {
        // When
        Cli.Ended ended = run("smoke.", Map.of("SOAK_SMOKE_MODE", "1", "SOAK_OUT_DIR", out.toString()));

        // Then
        assertThat(ended.err()).isEmpty();
        assertThat(report(out).get("iterations")).hasSize(3);
    }

    @Test
    void shouldKeepSoaksAtTheSameTimeApart() throws IOException {
        // When
        List<CompletableFuture<Cli.Ended>> both = Stream.of("calm", "volatile")
                .map(regime -> CompletableFuture.supplyAsync(() -> run(
                        regime + ".",
                        Map.of(),
                        "--mock",
                        "--run-isolated",
                        "--iterations=4",
                        "--bot=" + regime,
                        "--run=" + regime,
                        "--regime=" + regime)))
                .toList();

        // Then
        assertThat(both).allSatisfy(ended -> assertThat(ended.join().exitCode()).isEqualTo(1));

        List<Path> directories;
        try (Stream<Path> found = Files.list(out)) {
            directories = found.filter(Files::isDirectory).toList();
        }
        assertThat(directories).hasSize(2).allSatisfy(directory -> assertThat(summaries(directory))
                .isEqualTo(4));
        assertThat(Files.readAllBytes(directories.get(0).resolve("ITER_SUMMARY_4.json")))
                .isNotEqualTo(Files.readAllBytes(directories.get(1).resolve("ITER_SUMMARY_4.json")));
        assertThat(summaries(out)).isEqualTo(4);
    }

    @Test
    void shouldTakeTheMetricsOfABotForItsIterations() throws Exception {
        // Given
        PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        BotMetrics bot = new BotMetrics(registry);
        try (MetricsServer page = MetricsServer.start(0, () -> busy(bot, registry))) {
            // When
            Cli.Ended ended = run(
                    "metrics.",
                    Map.of(),
                    "--metrics-url=http://127.0.0.1:" + page.port() + "/metrics",
                    "--iterations=2",
                    "--period-seconds=1");

            // Then: a bot that shows no KPI cannot pass
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.out()).contains("INCONCLUSIVE");
            JsonNode summary = json(out.resolve("ITER_SUMMARY_2.json")).get("summary");
            assertThat(summary.has("overrides_hash")).isFalse();
            assertThat(summary.get("tick_latency_p95_ms").asDouble()).isBetween(75.0, 100.0);
            assertThat(summary.get("hit_ratio").asDouble()).isEqualTo(0.75);
            assertThat(summary.get("deadline_miss_rate").asDouble()).isEqualTo(0.1);
            assertThat(summary.get("elapsed_ms").asLong()).isEqualTo(2_000);
            assertThat(summary.get("risk_ratio").isNull()).isTrue();
        }
    }

    @Test
    void shouldSayThatNoBotShowsItsMetrics() {
        // When
        Cli.Ended ended = run("silent.", Map.of(), "--metrics-url=http://127.0.0.1:1/metrics", "--iterations=2");

        // Then
        assertThat(ended.exitCode()).isEqualTo(69);
        assertThat(ended.err()).contains("http://127.0.0.1:1/metrics does not answer");
    }

    @Test
    void shouldNotWriteWhereTheBotWrites() throws IOException {
        // Given
        Path file = Files.writeString(out.resolve("ITER_SUMMARY_1.json"), "{}");

        // When
        Cli.Ended ended = run("same.", Map.of(), "--dir=" + out, "--iterations=2");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("--out: " + out + " is where the bot writes");
        assertThat(file).exists();
    }

    @ParameterizedTest
    @CsvSource({
        "--smoke --iterations=3, --iterations: a smoke test is always the same one",
        "--dir=x --seed=1, --seed: only a simulated bot has it",
        "--dir=x --profile=steady_safe, --profile: the bot's file of overrides is what it begins with",
        "--mock --iterations=0, --iterations: a soak has from 1",
        "--iterations=1, name the bot"
    })
    void shouldRefuseFlagsThatDoNotGoTogether(String flags, String message) {
        // When
        Cli.Ended ended = run("refused.", Map.of(), flags.split(" "));

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains(message);
    }

    /** What a bot did since it was looked at last. */
    private static String busy(BotMetrics bot, PrometheusMeterRegistry registry) {
        for (int tick = 0; tick < 10; tick++) {
            bot.tick(Duration.ofMillis(80));
        }
        bot.deadlinesMissed(1);
        bot.cacheLookUps(3, 1);
        return registry.scrape();
    }

    private Cli.Ended run(String prefix, Map<String, String> environment, String... options) {
        List<String> words = new ArrayList<>(List.of("run"));
        words.addAll(List.of(options));
        words.addAll(List.of(
                "--out=" + out,
                "--bootstrap-servers=" + SharedCluster.get().bootstrapServers(),
                "--schema-registry=" + SharedCluster.get().registryUrl(),
                "--topic-prefix=" + prefix));
        return Cli.run(environment, words.toArray(String[]::new));
    }

    private static long summaries(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith("ITER_SUMMARY_"))
                    .count();
        }
    }

    private static JsonNode report(Path directory) throws IOException {
        return json(directory.resolve("TUNING_REPORT.json"));
    }

    private static JsonNode json(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
