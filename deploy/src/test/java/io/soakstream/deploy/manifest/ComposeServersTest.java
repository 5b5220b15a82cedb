package io.soakstream.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.soakstream.deploy.fixture.Tool;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Endpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scala.jdk.javaapi.CollectionConverters;

/** The settings of the other servers of the Compose project, read by those servers as far as they are at hand. */
class ComposeServersTest {
    private static final Path PROMETHEUS = ComposeProject.DIRECTORY.resolve("prometheus/prometheus.yml");
    private static final Path ALERTMANAGER = ComposeProject.DIRECTORY.resolve("alertmanager/alertmanager.yml");

    private final Map<String, Tree> services = new ComposeProject().services();

    @TempDir
    Path directory;

    @Test
    void shouldGiveKafkaPropertiesThatItTakes() throws IOException {
        // Given
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(ComposeProject.DIRECTORY.resolve("kafka/server.properties"))) {
            properties.load(file);
        }

        // When
        KafkaConfig config = new KafkaConfig(properties, false);

        // Then
        assertThat(config.values())
                .containsKeys(properties.stringPropertyNames().toArray(String[]::new));
        assertThat(CollectionConverters.asJava(config.effectiveAdvertisedBrokerListeners()))
                .extracting(Endpoint::host, Endpoint::port)
                .containsExactlyInAnyOrder(tuple("kafka", 9092), tuple("127.0.0.1", 19092));
        assertThat(services.get("kafka").texts("ports")).containsExactly("127.0.0.1:19092:19092");
        assertThat(services.get("kafka").texts("volumes")).contains("kafka-data:" + properties.getProperty("log.dirs"));
    }

    @Test
    void shouldTellAppsOfTheListenerInsideTheProject() {
        // When
        List<String> servers = new ComposeProject()
                .apps().values().stream()
                        .map(app -> app.text("environment", "SOAK_BOOTSTRAP_SERVERS"))
                        .distinct()
                        .toList();

        // Then
        assertThat(servers).containsExactly("kafka:9092");
    }

    @Test
    void shouldScrapeEveryAppWithAnHttpInterfaceUnderANameThatItAnswersTo() {
        // Given
        Set<String> served = new ComposeProject()
                .apps().entrySet().stream()
                        .map(app -> app.getKey() + ":"
                                + ComposeProject.flag(app.getValue(), "--http-port")
                                + ComposeProject.flag(app.getValue(), "--port"))
                        .filter(target -> !target.endsWith(":"))
                        .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> scraped = Tree.read(PROMETHEUS).list("scrape_configs").stream()
                .flatMap(job -> job.list("static_configs").stream())
                .flatMap(targets -> targets.texts("targets").stream())
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(scraped).isEqualTo(served);
        new ComposeProject().apps().forEach((name, app) -> {
            if (!ComposeProject.flag(app, "--http-port").isEmpty()) {
                assertThat(ComposeProject.flag(app, "--http-hosts")).isEqualTo(name);
            }
        });
    }

    @Test
    void shouldDifferFromTheAlertmanagerOfTheMachineInItsAddressesOnly() {
        // Given
        String alone = Tree.text(Path.of("alertmanager/alertmanager.yml"));

        // When
        String composed = Tree.text(ALERTMANAGER);

        // Then
        assertThat(composed.replace("rollback-watcher:8080", "127.0.0.1:8080")
                        .replace("/run/secrets/rollback_token", "rollback-token"))
                .isEqualTo(alone);
    }

    @Test
    void shouldSatisfyPromtool() throws Exception {
        // Given
        Tool promtool = Tool.require("promtool", "prometheus");
        Path token = Files.writeString(directory.resolve("token"), "t".repeat(32));
        Files.copy(Path.of("prometheus/soak-alerts.yml"), directory.resolve("soak-alerts.yml"));
        Path config = Files.writeString(
                directory.resolve("prometheus.yml"),
                Tree.text(PROMETHEUS).replaceAll("/run/secrets/[a-z_]+", token.toString()));

        // When
        Tool.Ended ended = promtool.run("check", "config", config.toString());

        // Then
        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    @Test
    void shouldSatisfyAmtool() throws Exception {
        // Given
        Tool amtool = Tool.require("amtool", "prometheus-alertmanager");
        Path config = Files.copy(ALERTMANAGER, directory.resolve("alertmanager.yml"));

        // When
        Tool.Ended ended = amtool.run("check-config", config.toString());

        // Then
        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    /** Version 1 of the tool, which knows the Compose Specification too; it needs no engine for this. */
    @Test
    void shouldSatisfyDockerCompose() throws Exception {
        // Given
        Tool.require("docker-compose", "docker-compose");
        Tool env = Tool.require("env", "coreutils");
        Stream<String> variables = Stream.of("SOAK", "KAFKA", "REGISTRY", "PROMETHEUS", "ALERTMANAGER", "GRAFANA")
                .map(image -> image + "_IMAGE=image@sha256:" + "a".repeat(64));
        Stream<String> command =
                Stream.of("docker-compose", "--file", ComposeProject.FILE.toString(), "config", "--quiet");

        // When
        Tool.Ended ended = env.run(Stream.of(variables, Stream.of("KAFKA_CLUSTER_ID=id"), command)
                .flatMap(part -> part)
                .toArray(String[]::new));

        // Then
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    @Test
    void shouldShowGrafanaTheBoardAndThePrometheusThatAreThere() {
        // Given
        Tree grafana = services.get("grafana");

        // When
        Tree source = Tree.read(ComposeProject.DIRECTORY.resolve("grafana/datasources.yml"))
                .list("datasources")
                .get(0);
        Tree provider = Tree.read(ComposeProject.DIRECTORY.resolve("grafana/dashboards.yml"))
                .list("providers")
                .get(0);

        // Then
        assertThat(source.text("url")).isEqualTo("http://prometheus:9090");
        assertThat(grafana.texts("volumes"))
                .contains("../grafana/mm-operability.json:" + provider.text("options", "path")
                        + "/mm-operability.json:ro");
    }
}
