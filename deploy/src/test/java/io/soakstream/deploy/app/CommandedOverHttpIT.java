package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.api.ControlKey;
import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.view.RecordedRun;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Tokens;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A person freezes a run over HTTP: signed, admitted by the tuner, acknowledged by the gate, seen in the guards. */
class CommandedOverHttpIT {
    private static final RunKey RUN = new RunKey("commanded", "soak");
    private static final String PATH = "/api/v1/bots/commanded/runs/latest";
    private static final String TOKEN = "a-control-token-of-at-least-32-characters";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path directory;

    private Line line;
    private QueriedInstance instance;

    @BeforeEach
    void start(TestInfo test) throws IOException {
        KeyPair keys = CommandKeys.generate();
        TunerConfig tuner = TunerConfig.parse(
                "{\"control\": {\"public_keys\": {\"ops\": \"" + CommandKeys.base64(keys.getPublic()) + "\"}}}");
        Tokens controllers = Tokens.read(Files.writeString(directory.resolve("tokens"), TOKEN + "\n"));
        line = Line.on(new Topics(
                "commanded." + test.getTestMethod().orElseThrow().getName().length() + "."));
        instance = QueriedInstance.start(
                line,
                directory.resolve("state"),
                tuner,
                controllers,
                Optional.of(new ControlKey("ops", keys.getPrivate())));
        List<SoakEvent> events = RecordedRun.events("mock24", RUN);
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(line.clientProperties()))) {
            // Without its end: a run that is over takes no command.
            new EventPublisher(
                            producer,
                            new AvroSerdes(line.registry()),
                            line.topics().events())
                    .publish(events.subList(0, 10));
        }
        await().atMost(PATIENCE)
                .until(() -> send("GET", "/verdicts", "", TOKEN).body().contains("\"sequence\":9"));
    }

    @AfterEach
    void stop() {
        instance.close();
        line.close();
    }

    @Test
    void shouldFreezeForWhoeverMayAndForNobodyElse() throws Exception {
        // Given
        String body = "{\"id\": \"f1\", \"actor\": \"ann\", \"reason\": \"looks wrong\", \"wait_s\": 60,"
                + " \"subsystems\": [\"rebid\"]}";

        // When
        HttpResponse<String> stranger = send("POST", "/freeze", body, "x".repeat(40));
        HttpResponse<String> frozen = send("POST", "/freeze", body, TOKEN);
        HttpResponse<String> again = send("POST", "/freeze", body, TOKEN);

        // Then
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(frozen.statusCode()).as(frozen.body()).isEqualTo(200);
        assertThat(json(frozen).get("outcome").asText()).isEqualTo("ACKNOWLEDGED");
        assertThat(again.statusCode()).isEqualTo(409);
        JsonNode guards = json(send("GET", "/guards", "", TOKEN));
        assertThat(guards.get("provisional").asBoolean()).isTrue();
        assertThat(guards.get("commanded_subsystems").get(0).asText()).isEqualTo("rebid");
        JsonNode commands =
                json(send("GET", "/decisions?kind=command", "", TOKEN)).get("rows");
        assertThat(commands).hasSize(1);
        assertThat(commands.get(0).get("control_command").get("actor").asText()).isEqualTo("ann");
    }

    @Test
    void shouldSayWhyTheTunerRefuses() throws Exception {
        // When
        HttpResponse<String> late = send(
                "POST",
                "/freeze",
                "{\"actor\": \"ann\", \"reason\": \"too late\", \"wait_s\": 60, \"not_after_iteration\": 1}",
                TOKEN);
        HttpResponse<String> expired =
                send("POST", "/silence", "{\"actor\": \"ann\", \"reason\": \"night\", \"expires_at_ms\": 1}", TOKEN);

        // Then
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(json(late).get("detail").asText()).contains("out_of_date");
        assertThat(expired.statusCode()).isEqualTo(409);
    }

    @Test
    void shouldEndASilenceWhenItWasSaidTo() throws Exception {
        // Given
        long untilMs = System.currentTimeMillis() + 3_600_000;

        // When
        HttpResponse<String> silenced = send(
                "POST",
                "/silence",
                "{\"actor\": \"ann\", \"reason\": \"night\", \"expires_at_ms\": " + untilMs + "}",
                TOKEN);

        // Then
        assertThat(json(silenced).path("outcome").asText())
                .as("the tuner has verified the signature: " + silenced.body())
                .isEqualTo("ACKNOWLEDGED");
        JsonNode commands =
                json(send("GET", "/decisions?kind=command", "", TOKEN)).get("rows");
        assertThat(commands.get(0).get("control_command").get("expires_at_ms").asLong())
                .isEqualTo(untilMs);
    }

    private HttpResponse<String> send(String method, String path, String body, String token)
            throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(instance.url() + PATH + path))
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .header("Authorization", "Bearer " + token)
                                .header("Content-Type", "application/json")
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}
