package io.soakstream.deploy.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.soakstream.deploy.app.SoakCommand;
import io.soakstream.deploy.control.TargetValues;
import io.soakstream.deploy.fixture.FixedPort;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.fixture.PrometheusServer;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.fixture.Tool;
import io.soakstream.deploy.rollback.action.RunCommander;
import io.soakstream.deploy.rollback.domain.RollbackDecider;
import io.soakstream.deploy.rollback.http.AlertServer;
import io.soakstream.deploy.rollback.http.WatcherConfig;
import io.soakstream.deploy.rollback.http.WatcherMetrics;
import io.soakstream.gate.report.release.ReleaseInput;
import io.soakstream.producer.http.Tokens;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.command.PrivateKeyFile;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a metric of a running bot, by a real Prometheus and a real Alertmanager, to a run that is rolled back, once. */
class RollbackIT {
    private static final String PREFIX = "rolled.";
    private static final String RUN = "simulated:rolled";
    private static final String TOKEN = "a-token-of-the-test-".repeat(2);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String VALUES = "{\"engine\": {\"min_interval_ms\": 75, \"replace_rate_per_min\": 250,"
            + " \"tail_age_ms\": 740, \"concurrency_limit\": 10}, \"risk\": {\"base_spread_bps_delta\": 0.15,"
            + " \"base_spread_bps\": 0.12, \"impact_cap_ratio\": 0.08, \"max_delta_ratio\": 0.15}}";

    @TempDir
    private Path directory;

    private final List<Process> processes = new ArrayList<>();

    @AfterEach
    void stopProcesses() throws InterruptedException {
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
    }

    @Test
    void shouldRollBackOnceWhenTheEdgeIsTooThin() throws Exception {
        // Given
        Tool prometheus = Tool.require("prometheus", "prometheus");
        Tool alertmanager = Tool.require("prometheus-alertmanager", "prometheus-alertmanager");
        SoakCommand.run("control", "keygen", "--out", directory.toString(), "--key-id", "watcher");
        Path values = Files.writeString(directory.resolve(ReleaseInput.OVERRIDES_FILE), VALUES);
        Path audit = directory.resolve("audit.jsonl");
        int botPort = FixedPort.next();
        try (Line line = line();
                AuditLog log = new AuditLog(audit);
                AlertServer watcher = watcher(line, values, log)) {
            start(prometheus, alertmanager, watcher.port(), botPort);

            // When
            CompletableFuture<Integer> bot = CompletableFuture.supplyAsync(() -> simulate(botPort));

            // Then
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(decisions(audit, "repeated"))
                    .isNotEmpty());
            assertThat(decisions(audit, "roll_back")).hasSize(1);
            JsonNode rollback = decisions(audit, "roll_back").get(0);
            assertThat(rollback.get("alert").asText()).isEqualTo("SoakEdgeDegradation");
            assertThat(rollback.get("run").asText()).isEqualTo(RUN);
            assertThat(rollback.findValuesAsText("status")).containsOnly("executed");
            assertThat(rollback.findValuesAsText("message"))
                    .contains("acknowledged by the gate, state " + hash(values));
            assertThat(Files.readAllLines(directory.resolve("hooks.jsonl")))
                    .filteredOn(request -> request.contains("\"alert\":\"SoakEdgeDegradation\""))
                    .hasSize(4)
                    .allSatisfy(request -> assertThat(request).contains("\"run\":\"" + RUN + "\""));
            assertThat(bot.get()).isZero();
        }
    }

    private Line line() throws IOException {
        String key =
                CommandKeys.base64(CommandKeys.publicKey(Files.readString(directory.resolve("watcher.public.pem"))));
        Line line = Line.on(new Topics(PREFIX));
        line.startTuner(
                TunerConfig.parse("{\"control\": {\"public_keys\": {\"watcher\": \"" + key + "\"}}}"),
                new StateStorage(directory.resolve("tuner"), StoreKind.MEMORY));
        line.startGate(new StateStorage(directory.resolve("gate"), StoreKind.MEMORY));
        line.awaitRunning();
        return line;
    }

    private AlertServer watcher(Line line, Path values, AuditLog log) throws IOException {
        PolicyFile file = PolicyFile.read(policy());
        InstantSource clock = InstantSource.system();
        RunCommander commander = new RunCommander(
                line,
                new RunCommander.Signing("watcher", PrivateKeyFile.read(directory.resolve("watcher.private.pem"))),
                TargetValues.read(ParameterCatalogue.standard(), values),
                Duration.ofSeconds(20),
                clock);
        RollbackWatcher watcher = new RollbackWatcher(
                new RollbackDecider(file.policy(), ""),
                WatcherSetup.live(file, Optional.empty(), Optional.of(commander), clock),
                new StateFile(directory.resolve("state.json")),
                log,
                clock,
                done -> {});
        Path tokens = Files.writeString(directory.resolve("token"), TOKEN);
        return AlertServer.start(
                new WatcherConfig("127.0.0.1", 0, Tokens.read(tokens)), watcher, new WatcherMetrics(), clock);
    }

    /** The policy that ships, with hooks that write down what they are asked. */
    private Path policy() throws IOException {
        String hook = "{exec: [sh, -c, 'cat >> " + directory.resolve("hooks.jsonl") + "; echo >> "
                + directory.resolve("hooks.jsonl") + "']}";
        String hooks = "hooks: {scale_strategy: " + hook + ", circuit_state: " + hook + ", freeze_orders: " + hook
                + ", notify: " + hook + "}";
        return Files.writeString(
                directory.resolve("rollback.yaml"),
                Files.readString(Watch.POLICY).replace("hooks: {}", hooks));
    }

    private void start(Tool prometheus, Tool alertmanager, int watcherPort, int botPort) throws IOException {
        int alertPort = FixedPort.next();
        // The rules that ship, with little patience; the edge comes first, so the others find the run rolled back.
        Files.writeString(
                directory.resolve("soak-alerts.yml"),
                Files.readString(Path.of("prometheus/soak-alerts.yml"))
                        .replaceAll("(?m)^( +)for: \\d+m$", "$1for: 30s")
                        .replaceAll("(?s)(alert: SoakEdgeDegradation.*?)for: 30s", "$1for: 2s")
                        .replace("interval: 30s", "interval: 1s"));
        Files.writeString(
                directory.resolve("prometheus.yml"),
                Files.readString(Path.of("prometheus/prometheus.yml"))
                        .replaceAll("_interval: \\d+s", "_interval: 1s")
                        .replace("127.0.0.1:9093", "127.0.0.1:" + alertPort)
                        .replace("127.0.0.1:9464", "127.0.0.1:" + botPort)
                        .replace("bot: mm-bot, run: RUN_1", "bot: simulated, run: rolled"));
        Files.writeString(
                directory.resolve("alertmanager.yml"),
                Files.readString(Path.of("alertmanager/alertmanager.yml"))
                        .replace("group_wait: 10s", "group_wait: 1s")
                        .replace("group_interval: 1m", "group_interval: 2s")
                        .replace("repeat_interval: 15m", "repeat_interval: 4s")
                        .replace("127.0.0.1:8080", "127.0.0.1:" + watcherPort)
                        .replace("rollback-token", directory.resolve("token").toString()));
        processes.add(alertmanager.start(
                directory.resolve("alertmanager.log"),
                "--config.file=" + directory.resolve("alertmanager.yml"),
                "--storage.path=" + directory.resolve("alertmanager"),
                "--web.listen-address=127.0.0.1:" + alertPort,
                "--cluster.listen-address="));
        int queryPort = FixedPort.next();
        processes.add(prometheus.start(
                directory.resolve("prometheus.log"),
                "--config.file=" + directory.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + directory.resolve("prometheus"),
                "--web.listen-address=127.0.0.1:" + queryPort));
        // The bot lives for a short time only.
        PrometheusServer.awaitReady(alertPort);
        PrometheusServer.awaitReady(queryPort);
    }

    private static int simulate(int port) {
        return SoakCommand.run(
                "produce",
                "simulate",
                "--run=rolled",
                "--real-time",
                "--period-seconds=1",
                "--iterations=36",
                "--regime=degrading",
                "--metrics-port=" + port,
                "--bootstrap-servers=" + SharedCluster.get().bootstrapServers(),
                "--schema-registry=" + SharedCluster.get().registryUrl(),
                "--topic-prefix=" + PREFIX);
    }

    private static List<JsonNode> decisions(Path audit, String decision) throws IOException {
        List<JsonNode> found = new ArrayList<>();
        for (String record : Files.readAllLines(audit)) {
            JsonNode node = new JsonMapper().readTree(record);
            boolean ofTheRun = node.path("run").asText().equals(RUN);
            if (ofTheRun && node.path("decision").asText().equals(decision)) {
                found.add(node);
            }
        }
        return found;
    }

    private static String hash(Path values) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        TargetValues.read(ParameterCatalogue.standard(), values)
                .forEach(value -> decimals.put(value.getName(), new BigDecimal(value.getValue())));
        return Overrides.startingFrom(ParameterCatalogue.standard(), decimals).stateHash();
    }
}
