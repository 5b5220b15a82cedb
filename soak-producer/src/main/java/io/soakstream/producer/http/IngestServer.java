package io.soakstream.producer.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.soakstream.producer.overrides.OverridesFeed;
import io.soakstream.producer.sink.EventSender;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Takes iterations over HTTP and gives overrides back, for bots that speak neither Kafka nor Avro. */
public final class IngestServer implements AutoCloseable {
    private static final String RUN = "/api/v1/bots/{bot}/runs/{run}";

    private final IngestConfig config;
    private final Admission admission;
    private final Javalin server;
    private final List<Route> routes;

    private IngestServer(
            IngestConfig config,
            EventSender sender,
            OverridesFeed feed,
            Supplier<Optional<String>> obstacle,
            InstantSource clock) {
        this.config = config;
        this.admission = new Admission(config);
        EventRoutes events = new EventRoutes(config, new EventGateway(sender), clock);
        OverridesRoute overrides = new OverridesRoute(new OverridesView(feed));
        HealthRoutes health = new HealthRoutes(obstacle);
        this.routes = List.of(
                new Route(HandlerType.POST, RUN + "/start", Access.BOT, config.request(), events::start),
                new Route(HandlerType.POST, RUN + "/iterations", Access.BOT, config.request(), events::iterations),
                new Route(HandlerType.POST, RUN + "/end", Access.BOT, config.request(), events::end),
                new Route(HandlerType.GET, RUN + "/overrides", Access.BOT, longest(), overrides::get),
                new Route(HandlerType.GET, "/health/live", Access.PUBLIC, config.request(), health::live),
                new Route(HandlerType.GET, "/health/ready", Access.PUBLIC, config.request(), health::ready));
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @param sender what takes the events; the caller closes it after this
     * @param feed what reads the overrides; the caller closes it after this
     * @param obstacle why iterations cannot be taken now; empty: they can
     * @param clock for the times of events that state none
     * @throws IOException the address cannot be listened on
     */
    public static IngestServer start(
            IngestConfig config,
            EventSender sender,
            OverridesFeed feed,
            Supplier<Optional<String>> obstacle,
            InstantSource clock)
            throws IOException {
        IngestServer started = new IngestServer(config, sender, feed, obstacle, clock);
        try {
            started.server.start();
            return started;
        } catch (RuntimeException failed) {
            throw new IOException(
                    "cannot listen on " + config.bind() + ":" + config.port() + ": "
                            + (failed.getCause() == null ? failed : failed.getCause()).getMessage(),
                    failed);
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    /** The table of routes. */
    List<Route> routes() {
        return routes;
    }

    /** Takes no more connections, finishes what is under way as far as the time allows, and stops. */
    @Override
    public void close() {
        ServerParts.stopAccepting(server);
        try {
            admission.drain(config.drain());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }

    private void configure(JavalinConfig javalin) {
        Executor threads = ServerParts.apply(javalin, config.bind(), config.port());
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = IngestConfig.MAX_BODY_BYTES;
        javalin.http.asyncTimeout = longest().plusSeconds(5).toMillis();
        javalin.routes.before(admission::enter);
        javalin.routes.beforeMatched(admission::authorise);
        // Javalin has a word of its own for the first, and nothing for the rest.
        javalin.routes.exception(HttpResponseException.class, IngestServer::refuse);
        javalin.routes.exception(Exception.class, IngestServer::refuse);
        routes.forEach(route -> javalin.routes.addHttpHandler(
                route.method(), route.path(), context -> serve(route, context, threads), route.access()));
    }

    private static void refuse(Exception failure, Context context) {
        Replies.write(context, Replies.problem(failure).answer());
    }

    /** Not on the threads of the library, which others wait for: the answer is written by one of the server's own. */
    private void serve(Route route, Context context, Executor threads) {
        CompletableFuture<Answer> answer =
                answer(route, context).copy().orTimeout(route.patience().toMillis(), TimeUnit.MILLISECONDS);
        context.future(() -> answer.handleAsync(
                (done, failure) -> {
                    Replies.write(
                            context,
                            failure == null ? done : Replies.problem(failure).answer());
                    return null;
                },
                threads));
    }

    private static CompletableFuture<Answer> answer(Route route, Context context) {
        try {
            return route.work().answer(context);
        } catch (IOException | RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private Duration longest() {
        return config.request().plus(IngestConfig.MAX_WAIT);
    }
}
