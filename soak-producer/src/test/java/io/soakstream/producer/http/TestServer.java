package io.soakstream.producer.http;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.producer.overrides.OverridesFeed;
import io.soakstream.producer.overrides.OverridesTopic;
import io.soakstream.producer.sink.EventSender;
import io.soakstream.producer.sink.SendLimits;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A server on a free port, with topics in memory behind it. */
final class TestServer implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    static final String RUN = "/api/v1/bots/mm/runs/nightly";
    static final String ITERATIONS = RUN + "/iterations";

    final MockProducer<byte[], byte[]> producer;
    final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    final OverridesTopic overrides = new OverridesTopic(serdes);
    final IngestServer server;
    volatile Optional<String> obstacle = Optional.empty();
    private final EventSender sender;
    private final OverridesFeed feed;
    private final HttpClient client = HttpClient.newHttpClient();

    private TestServer(IngestConfig config, boolean acknowledging) throws IOException {
        producer = new MockProducer<>(acknowledging, null, new ByteArraySerializer(), new ByteArraySerializer());
        sender = new EventSender(producer, serdes, Topics.standard().events(), SendLimits.defaults());
        feed = new OverridesFeed(overrides.consumer(), serdes, Topics.standard().overrides());
        server = IngestServer.start(config, sender, feed, () -> obstacle, () -> NOW);
    }

    static TestServer start() throws IOException {
        return start(config(Tokens.none(), 100_000, Duration.ofSeconds(20)));
    }

    static TestServer start(IngestConfig config) throws IOException {
        return new TestServer(config, true);
    }

    /** Behind it a broker that does not answer. */
    static TestServer silent(Duration request) throws IOException {
        return new TestServer(config(Tokens.none(), 100_000, request), false);
    }

    static IngestConfig config(Tokens tokens, int requestsPerSecond, Duration request) {
        return new IngestConfig(
                "127.0.0.1",
                0,
                tokens,
                RiskUnit.RATIO,
                StartValueRule.lenient(),
                requestsPerSecond,
                request,
                Duration.ofSeconds(5));
    }

    HttpResponse<String> post(String path, String body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path)).POST(BodyPublishers.ofString(body));
        request.header("Content-Type", "application/json");
        return send(request, headers);
    }

    HttpResponse<String> get(String path, String... headers) {
        return send(HttpRequest.newBuilder(uri(path)), headers);
    }

    HttpResponse<String> send(HttpRequest.Builder request, String... headers) {
        try {
            return client.send(
                    (headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    /** What is on the topic. */
    List<SoakEvent> events() {
        return producer.history().stream()
                .map(one -> serdes.of(SoakEvent.class).deserializer().deserialize(one.topic(), one.value()))
                .toList();
    }

    @Override
    public void close() {
        server.close();
        sender.close(Duration.ZERO);
        feed.close();
    }
}
