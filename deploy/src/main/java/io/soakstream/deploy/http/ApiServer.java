package io.soakstream.deploy.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.soakstream.producer.http.Answer;
import io.soakstream.producer.http.Replies;
import io.soakstream.producer.http.ServerParts;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** Serves a table of routes; what is not in the table is not there. */
public final class ApiServer implements AutoCloseable {
    private static final String REQUESTS = "soak.http.requests";
    private static final int MAX_BODY_BYTES = 64 * 1024;
    private static final long ASYNC_MS = TimeUnit.MINUTES.toMillis(2);

    private final ApiConfig config;
    private final List<ApiRoute> routes;
    private final MeterRegistry meters;
    private final Gatekeeper gatekeeper;
    private final EventThreads events = new EventThreads();
    private final Javalin server;

    private ApiServer(ApiConfig config, List<ApiRoute> routes, MeterRegistry meters) {
        this.config = config;
        this.routes = List.copyOf(routes);
        this.meters = meters;
        this.gatekeeper = new Gatekeeper(config);
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @param meters takes how long requests took
     * @throws IOException the address cannot be listened on
     */
    public static ApiServer start(ApiConfig config, List<ApiRoute> routes, MeterRegistry meters) throws IOException {
        ApiServer started = new ApiServer(config, routes, meters);
        try {
            started.server.start();
            return started;
        } catch (RuntimeException failed) {
            started.events.close();
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

    /** Where it listens, as a browser on this machine has it. */
    public String url() {
        return "http://" + (config.bind().contains(":") ? "[" + config.bind() + "]" : config.bind()) + ":" + port();
    }

    /** The table of routes. */
    public List<ApiRoute> routes() {
        return routes;
    }

    /** Takes no more connections, finishes what is under way as far as the time allows, and stops. */
    @Override
    public void close() {
        ServerParts.stopAccepting(server);
        events.close();
        try {
            gatekeeper.drain(config.drain());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }

    private void configure(JavalinConfig javalin) {
        Executor threads = ServerParts.apply(javalin, config.bind(), config.port());
        javalin.http.prefer405over404 = true;
        javalin.http.maxRequestSize = MAX_BODY_BYTES;
        javalin.http.asyncTimeout = ASYNC_MS;
        javalin.routes.before(gatekeeper::enter);
        javalin.routes.beforeMatched(gatekeeper::authorise);
        // The library has a word of its own for the first, and nothing for the rest.
        javalin.routes.exception(HttpResponseException.class, this::refuse);
        javalin.routes.exception(Exception.class, this::refuse);
        routes.forEach(route -> javalin.routes.addHttpHandler(
                route.method(), route.path(), context -> serve(route, context, threads), route.role()));
    }

    private void refuse(Exception failure, Context context) {
        Answer answer = Failures.problem(failure).answer();
        Replies.write(context, answer);
        timer("none", answer.status()).record(0, TimeUnit.NANOSECONDS);
    }

    private void serve(ApiRoute route, Context context, Executor threads) {
        if (route.stream().isPresent()) {
            events.serve(route.stream().get(), context);
            return;
        }
        long began = System.nanoTime();
        CompletableFuture<Answer> answer =
                answer(route, context).copy().orTimeout(route.patience().toMillis(), TimeUnit.MILLISECONDS);
        // Not on the threads of a library, which others wait for.
        context.future(() -> answer.handleAsync(
                (done, failure) -> {
                    Answer reply =
                            failure == null ? done : Failures.problem(failure).answer();
                    Replies.write(context, reply);
                    timer(route.path(), reply.status()).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
                    return null;
                },
                threads));
    }

    private static CompletableFuture<Answer> answer(ApiRoute route, Context context) {
        try {
            return route.work().orElseThrow().answer(context);
        } catch (IOException | RuntimeException failure) {
            return CompletableFuture.failedFuture(failure);
        }
    }

    private Timer timer(String route, int status) {
        return Timer.builder(REQUESTS)
                .description("Requests over HTTP, by route and status")
                .tag("route", route)
                .tag("status", Integer.toString(status))
                .register(meters);
    }
}
