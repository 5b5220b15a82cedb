package io.soakstream.deploy.rollback.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.soakstream.deploy.rollback.RollbackWatcher;
import io.soakstream.producer.http.Answer;
import io.soakstream.producer.http.ClientRates;
import io.soakstream.producer.http.LoopbackHosts;
import io.soakstream.producer.http.Problem;
import io.soakstream.producer.http.Replies;
import io.soakstream.producer.http.RequestBody;
import io.soakstream.producer.http.ServerParts;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes Alertmanager's webhook: {@code POST /alert-hook}, {@code GET /health}, {@code GET /metrics}. */
public final class AlertServer implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(AlertServer.class);
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";
    private static final int RATE_PER_SECOND = 50;
    private static final int BURST = 200;
    private static final int MAX_WAITING = 8;
    private static final int RETRY_SECONDS = 10;

    private final WatcherConfig config;
    private final RollbackWatcher watcher;
    private final WatcherMetrics metrics;
    private final ClientRates rates = new ClientRates(RATE_PER_SECOND, BURST);
    private final Semaphore room = new Semaphore(MAX_WAITING);
    private final InstantSource clock;
    private final Javalin server;

    private AlertServer(WatcherConfig config, RollbackWatcher watcher, WatcherMetrics metrics, InstantSource clock) {
        this.clock = clock;
        this.config = config;
        this.watcher = watcher;
        this.metrics = metrics;
        this.server = Javalin.create(this::configure);
    }

    /**
     * Starts to listen.
     *
     * @throws IOException the address cannot be listened on
     */
    public static AlertServer start(
            WatcherConfig config, RollbackWatcher watcher, WatcherMetrics metrics, InstantSource clock)
            throws IOException {
        AlertServer started = new AlertServer(config, watcher, metrics, clock);
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

    /** Takes no more alerts; the one that is being taken is finished. */
    @Override
    public void close() {
        ServerParts.stopAccepting(server);
        room.acquireUninterruptibly(MAX_WAITING);
        server.stop();
    }

    private void configure(JavalinConfig javalin) {
        ServerParts.apply(javalin, config.bind(), config.port());
        javalin.http.prefer405over404 = true;
        javalin.routes.before(this::enter);
        javalin.routes.exception(HttpResponseException.class, AlertServer::refuse);
        javalin.routes.exception(Exception.class, AlertServer::refuse);
        javalin.routes.get("/health", context -> Replies.write(context, Answer.json(200, object("status", "healthy"))));
        javalin.routes.get("/metrics", this::metrics);
        javalin.routes.post("/alert-hook", this::alerts);
    }

    private void enter(Context context) {
        if (LoopbackHosts.areBoundBy(config.bind()) && !LoopbackHosts.contain(context.header("Host"))) {
            throw Problem.of(421, "Host", "a server on the loopback address is called localhost or 127.0.0.1");
        }
    }

    private static void refuse(Exception failure, Context context) {
        Replies.write(context, problem(failure).answer());
    }

    /** What nobody foresaw tells the client an id, and the log the rest. */
    private static Problem problem(Exception failure) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (failure instanceof HttpResponseException refused) {
            return Problem.of(refused.getStatus(), String.valueOf(refused.getMessage()));
        }
        if (failure instanceof IOException broken) {
            return Problem.of(400, "the body did not come whole: " + broken.getMessage());
        }
        String id = UUID.randomUUID().toString();
        LOGGER.atError().setCause(failure).addKeyValue("id", id).log("a request failed");
        return Problem.of(500, "an error of the server, in its log under " + id);
    }

    private void metrics(Context context) {
        authorise(context);
        context.contentType(TEXT_FORMAT).result(metrics.page());
    }

    private void alerts(Context context) throws IOException, InterruptedException {
        authorise(context);
        slowDown(context.ip());
        byte[] body = RequestBody.json(context);
        if (!room.tryAcquire()) {
            throw Problem.unavailable("too many requests wait", RETRY_SECONDS);
        }
        try {
            Replies.write(context, taken(body));
        } catch (IOException unwritten) {
            LOGGER.atError().setCause(unwritten).log("state or audit cannot be written");
            throw Problem.unavailable("state or audit cannot be written", RETRY_SECONDS);
        } finally {
            room.release();
        }
    }

    private Answer taken(byte[] body) throws IOException, InterruptedException {
        AlertBody alerts;
        try {
            alerts = AlertBody.parse(body, clock.instant());
        } catch (AlertBody.UnusableException unusable) {
            watcher.refuse(unusable.getMessage());
            return Answer.json(400, object("error", unusable.getMessage()));
        }
        RollbackWatcher.Reply reply = watcher.take(alerts.alerts(), alerts.rejected(), alerts.truncated());
        Answer answer = new Answer(
                reply.isComplete() ? 200 : 503,
                Answer.JSON,
                Optional.of(reply.body().toPrettyString()),
                Map.of());
        return reply.isComplete() ? answer : answer.with("Retry-After", Integer.toString(RETRY_SECONDS));
    }

    private void authorise(Context context) {
        boolean known = config.tokens().isEmpty() || config.tokens().knows(context.header("Authorization"));
        if (!known) {
            metrics.unauthorised(1);
            throw Problem.of(401, "Authorization", "must be a bearer token that is known here")
                    .with("WWW-Authenticate", "Bearer");
        }
    }

    /** Alertmanager comes again after 503 and drops what is answered with 429. */
    private void slowDown(String client) {
        try {
            rates.take(client);
        } catch (Problem tooOften) {
            throw Problem.unavailable(tooOften.getMessage(), RETRY_SECONDS);
        }
    }

    private static ObjectNode object(String name, String value) {
        return JsonNodeFactory.instance.objectNode().put(name, value);
    }
}
