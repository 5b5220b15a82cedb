package io.soakstream.deploy.api;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.soakstream.deploy.health.Health;
import io.soakstream.deploy.health.PipelineProbe;
import io.soakstream.deploy.http.ApiConfig;
import io.soakstream.deploy.http.ApiRoute;
import io.soakstream.deploy.http.ApiServer;
import io.soakstream.deploy.live.OwnStores;
import io.soakstream.deploy.live.Peers;
import io.soakstream.deploy.metrics.Meters;
import io.soakstream.deploy.metrics.RunsPage;
import io.soakstream.deploy.page.PageRoutes;
import io.soakstream.deploy.view.CommittedView;
import io.soakstream.deploy.view.RecordedRun;
import io.soakstream.deploy.view.ViewLimits;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.http.Tokens;
import io.soakstream.schemas.command.CommandKeys;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/** A dashboard over a view that holds one recorded run; there is no broker behind it. */
public final class ApiBench implements AutoCloseable {
    public static final RunKey RUN = new RunKey("bot", "mock36");
    public static final String READER = "reader-token-of-at-least-32-characters";
    public static final String CONTROLLER = "controller-token-of-at-least-32-characters";

    private final Meters meters = new Meters();
    private final Health health = new Health();
    private final OwnStores stores = new OwnStores(new Peers(Set.of(), Optional.empty()));
    private final AtomicReference<Optional<String>> silence = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-10-12T12:00:00Z"));
    private final ThreadPoolExecutor threads =
            new ThreadPoolExecutor(4, 4, 1, TimeUnit.MINUTES, new LinkedBlockingQueue<>());
    private final CommittedView view =
            new CommittedView(ViewLimits.defaults(), InstantSource.fixed(Instant.parse("2025-10-12T12:00:00Z")));
    private final HttpClient client = HttpClient.newHttpClient();
    private final PipelineProbe probe = new PipelineProbe(nowhere(), Map.of());
    private final AtomicReference<Optional<String>> obstacle = new AtomicReference<>(Optional.empty());
    private final RunRecords records = Recorded.RECORDS;
    private final ApiServer server;

    /** The same for all benches: to make them takes longer than most of what is asked of a bench. */
    private static final class Recorded {
        private static final RunRecords RECORDS = read();

        private static RunRecords read() {
            try {
                return RecordedRun.records("mock36", RUN);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    private ApiBench(ApiConfig config) throws IOException {
        RecordedRun.into(view, records);
        meters.show(new RunsPage(view, 10)::text);
        List<ApiRoute> routes = new ArrayList<>(new ProcessApi(new Health(), meters, stores, threads).routes());
        routes.addAll(new RunApi(
                        nowhere(),
                        view,
                        new RunApi.Feed(obstacle::get, silence::get),
                        stores,
                        Optional.of(new ControlKey("ops", CommandKeys.generate().getPrivate())),
                        now::get,
                        new RunApi.Threads(threads, threads))
                .routes());
        routes.addAll(new PageRoutes().routes());
        routes.add(new PipelineRoute(health, probe, threads).route());
        server = ApiServer.start(config, routes, new SimpleMeterRegistry());
    }

    public static ApiBench open() throws IOException {
        return open(0);
    }

    /** The same where it was before, as after a restart. */
    public static ApiBench open(int port) throws IOException {
        return new ApiBench(new ApiConfig(
                "127.0.0.1", port, Tokens.none(), Tokens.none(), Set.of(), 1_000_000, Duration.ofMillis(100)));
    }

    public static ApiBench guarded(Path directory) throws IOException {
        return guarded(directory, 0, READER);
    }

    /** The same where it was before, with another token for those who read. */
    public static ApiBench guarded(Path directory, int port, String reader) throws IOException {
        return new ApiBench(new ApiConfig(
                "127.0.0.1",
                port,
                Tokens.read(Files.writeString(directory.resolve("readers"), reader + "\n")),
                Tokens.read(Files.writeString(directory.resolve("controllers"), CONTROLLER + "\n")),
                Set.of(),
                1_000_000,
                Duration.ofSeconds(1)));
    }

    /** A cluster that nobody reaches. */
    private static KafkaAccess nowhere() {
        SchemaRegistry registry = new InMemorySchemaRegistry();
        return new KafkaAccess() {
            @Override
            public Map<String, Object> clientProperties() {
                return Map.of(
                        "bootstrap.servers", "127.0.0.1:1",
                        "max.block.ms", 200,
                        "default.api.timeout.ms", 200,
                        "request.timeout.ms", 200);
            }

            @Override
            public SchemaRegistry registry() {
                return registry;
            }

            @Override
            public Topics topics() {
                return Topics.standard();
            }
        };
    }

    RunRecords records() {
        return records;
    }

    /** Why the view is not whole, as while it reads the topics; empty: it is. */
    public void obstructed(Optional<String> why) {
        obstacle.set(why);
    }

    /** Why nothing new reaches the view, as while no broker answers it; empty: it does. */
    public void silenced(Optional<String> why) {
        silence.set(why);
    }

    /** Stores of this process, none at first. */
    OwnStores stores() {
        return stores;
    }

    /** What the pipeline says of the parts of this process, none at first. */
    public Health health() {
        return health;
    }

    public String url() {
        return server.url();
    }

    public int port() {
        return server.port();
    }

    /** Whose time it is. */
    public AtomicReference<Instant> now() {
        return now;
    }

    /** From now on a command is answered as where too many wait. */
    public void takeNoMoreCommands() {
        threads.shutdown();
    }

    /** What commands wait for. */
    ThreadPoolExecutor threads() {
        return threads;
    }

    public CommittedView view() {
        return view;
    }

    ApiServer server() {
        return server;
    }

    HttpClient client() {
        return client;
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path)).timeout(Duration.ofSeconds(20));
    }

    HttpResponse<String> get(String path) {
        return send(request(path));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws Exception {
        server.close();
        threads.shutdownNow();
        probe.close();
        meters.close();
    }
}
