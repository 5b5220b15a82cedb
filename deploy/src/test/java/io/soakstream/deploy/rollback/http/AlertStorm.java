package io.soakstream.deploy.rollback.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.rollback.Watch;
import io.soakstream.deploy.rollback.domain.PlannedAction.Kind;
import io.soakstream.producer.http.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** 1,000 alerts: new, repeated, replayed, resolved, of no gate, malformed, truncated; time passes, the watcher restarts. */
final class AlertStorm {
    private static final List<String> NAMES = List.of(
            "SoakLatencyP95High",
            "SoakDeadlineMissRate",
            "SoakGuardTrip",
            "SoakWSLagHigh",
            "SoakMakerTakerImbalance",
            "SomethingElse");

    private static final int ALERTS = 1_000;
    private static final int BATCH = 50;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<ObjectNode> seen = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private final Random random;
    private final Watch watch;
    private int expected;

    private AlertStorm(int seed, Path directory) {
        this.random = new Random(seed);
        this.watch = new Watch(directory);
    }

    /** Exactly one rollback for an incident, none inside the cooldown, nothing lost in the audit. */
    static void pass(int seed, Path directory) throws IOException, InterruptedException {
        AlertStorm storm = new AlertStorm(seed, directory);
        storm.send();
        storm.check(seed);
    }

    private void send() throws IOException, InterruptedException {
        for (int alerts = 0; alerts < ALERTS; alerts += BATCH) {
            watch.restart();
            WatcherConfig config = new WatcherConfig("127.0.0.1", 0, Tokens.none());
            try (AlertServer server = AlertServer.start(config, watch.watcher(), new WatcherMetrics(), watch::now)) {
                for (int batches = 1 + random.nextInt(3); batches > 0; batches--) {
                    post(server, body());
                    watch.pass(Duration.ofSeconds(random.nextInt(120)));
                }
                if (random.nextInt(3) == 0) {
                    expected++;
                    post(server, sent.get(0).substring(0, 100), 400);
                }
            }
        }
    }

    /** A replayed request, or a new one. */
    private String body() {
        if (!sent.isEmpty() && random.nextInt(5) == 0) {
            expected += BATCH + 1;
            return sent.get(random.nextInt(sent.size()));
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("version", "4").put("truncatedAlerts", 1 + random.nextInt(9));
        ArrayNode alerts = root.putArray("alerts");
        while (alerts.size() < BATCH) {
            alerts.add(random.nextInt(20) == 0 ? malformed() : alert());
        }
        expected += BATCH + 1;
        sent.add(root.toString());
        return root.toString();
    }

    private static ObjectNode malformed() {
        return JsonNodeFactory.instance.objectNode().put("status", "firing");
    }

    private ObjectNode alert() {
        if (!seen.isEmpty() && random.nextInt(3) > 0) {
            ObjectNode known = seen.get(random.nextInt(seen.size())).deepCopy();
            return random.nextInt(4) == 0 ? known.put("status", "resolved") : known;
        }
        String name = NAMES.get(random.nextInt(NAMES.size()));
        ObjectNode alert = JsonNodeFactory.instance.objectNode();
        alert.put("status", "firing").putObject("labels").put("alertname", name);
        alert.put("fingerprint", name + random.nextInt(5));
        alert.put("startsAt", watch.now().minusSeconds(random.nextInt(600)).toString());
        seen.add(alert);
        return alert;
    }

    private void post(AlertServer server, String body) throws IOException, InterruptedException {
        post(server, body, 200);
    }

    private void post(AlertServer server, String body, int status) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + "/alert-hook"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(status);
    }

    private void check(int seed) {
        assertThat(watch.audit()).as("storm %d", seed).hasSize(expected);
        List<JsonNode> rollbacks = watch.audit().stream()
                .filter(record -> record.path("decision").asText().equals("roll_back"))
                .toList();
        assertThat(rollbacks).isNotEmpty();
        for (int later = 1; later < rollbacks.size(); later++) {
            assertThat(Duration.between(time(rollbacks.get(later - 1)), time(rollbacks.get(later))))
                    .as("storm %d", seed)
                    .isGreaterThanOrEqualTo(Duration.ofMinutes(15));
        }
        assertThat(watch.count(Kind.ROLLBACK_OVERRIDES)).isEqualTo(rollbacks.size());
        assertThat(rollbacks)
                .extracting(record -> record.get("incident").asText())
                .doesNotHaveDuplicates();
    }

    private static Instant time(JsonNode record) {
        return Instant.parse(record.get("time").asText());
    }
}
