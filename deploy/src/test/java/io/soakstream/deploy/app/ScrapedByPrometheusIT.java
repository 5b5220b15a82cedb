package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.fixture.FixedPort;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.Tool;
import io.soakstream.deploy.view.RecordedRun;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real Prometheus and its linter on a running installation. */
class ScrapedByPrometheusIT {
    private static final RunKey RUN = new RunKey("scraped", "soak");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path directory;

    private static Line line;
    private static QueriedInstance instance;
    private static List<Verdict> verdicts;

    @BeforeAll
    static void start() throws IOException {
        line = Line.on(new Topics("scraped."));
        instance = QueriedInstance.start(line, directory.resolve("state"));
        List<SoakEvent> events = RecordedRun.events("mock36", RUN);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(line.clientProperties()))) {
            new EventPublisher(
                            producer,
                            new AvroSerdes(line.registry()),
                            line.topics().events())
                    .publish(events);
        }
        verdicts = line.verdicts(RUN.run(), 37);
        await().atMost(PATIENCE).until(() -> page().contains("soak_verdict_sequence{bot=\"scraped\""));
    }

    @AfterAll
    static void stop() {
        instance.close();
        line.close();
    }

    private static String page() {
        return instance.ask("/metrics").orElseThrow().body();
    }

    @Test
    void shouldShowWhatTheVerdictTopicSays() throws Exception {
        // Given
        Tool prometheus = Tool.require("prometheus", "prometheus");
        int port = FixedPort.next();
        Process server = start(prometheus, port);
        try {
            Verdict last = verdicts.get(36);
            // When
            await().atMost(PATIENCE).until(() -> value(port, "soak_verdict_sequence")
                    .filter(seen -> seen == last.getSequence())
                    .isPresent());

            // Then
            for (KpiResult result : last.getResults()) {
                String labels = "{kpi=\"" + result.getKpi() + "\",goal=\"" + result.getGoal() + "\"}";
                assertThat(value(port, "soak_kpi_threshold" + labels)).contains(result.getThreshold());
                assertThat(value(port, "soak_kpi_value" + labels)).contains(result.getValue());
            }
            assertThat(value(port, "soak_iterations_total")).contains(36.0);
            assertThat(value(port, "soak_freeze_ready")).contains(last.getFreezeReady() ? 1.0 : 0.0);
            assertThat(value(port, "soak_anomalies_count")).contains((double) last.getAnomaliesCount());
            assertThat(value(port, "soak_policy_verdict{verdict=\"" + last.getVerdict() + "\"}"))
                    .contains(1.0);
            assertThat(value(port, "up")).contains(1.0);
        } finally {
            server.destroy();
            server.waitFor();
        }
    }

    @Test
    void shouldBeCleanToTheLinterButForPublishedNames() throws Exception {
        // Given
        Tool promtool = Tool.require("promtool", "prometheus");

        // When
        Tool.Ended linted = promtool.read(page(), "check", "metrics");

        // Then
        List<String> own = linted.output()
                .lines()
                .filter(complaint ->
                        complaint.startsWith("soak_") || !complaint.matches("^(kafka|jvm|process|system)_.*"))
                .toList();
        assertThat(own).allMatch(ScrapedByPrometheusIT::isAboutAPublishedName);
        assertThat(linted.exitCode()).isIn(0, 3);
    }

    /** Names and units that dashboards and alerts go by already: behind each stands what it was published as. */
    private static boolean isAboutAPublishedName(String complaint) {
        return complaint.contains("should not have \"_count\" suffix")
                || complaint.contains("no metric names should contain")
                || complaint.contains("use base unit")
                || complaint.contains("metric names should not contain abbreviated units");
    }

    private Process start(Tool prometheus, int port) throws IOException {
        Path config = Files.writeString(
                directory.resolve("prometheus.yml"),
                "global: {scrape_interval: 1s}\nscrape_configs:\n- job_name: soak\n  static_configs:\n  - targets: ['"
                        + instance.url().substring("http://".length()) + "']\n");
        return prometheus.start(
                directory.resolve("prometheus.log"),
                "--config.file=" + config,
                "--storage.tsdb.path=" + directory.resolve("tsdb"),
                "--web.listen-address=127.0.0.1:" + port);
    }

    /** Empty also while the server is still starting, which it says with 503. */
    private static Optional<Double> value(int port, String query) {
        return QueriedInstance.ask(
                        "http://127.0.0.1:" + port,
                        "/api/v1/query?query=" + URLEncoder.encode(query, StandardCharsets.UTF_8))
                .filter(answer -> answer.statusCode() == 200)
                .map(answer -> read(answer.body()).path("data").path("result"))
                .filter(result -> result.size() == 1)
                .map(result -> result.get(0).get("value").get(1).asDouble());
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (IOException notJson) {
            throw new AssertionError(body, notJson);
        }
    }
}
