package io.soakstream.producer.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.function.Supplier;

/** Shows a page of metrics on the loopback address, for a Prometheus beside it. */
public final class MetricsServer implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String TEXT_FORMAT = "text/plain; version=0.0.4; charset=utf-8";
    private static final int MISDIRECTED = 421;

    private final Javalin server;

    private MetricsServer(Javalin server) {
        this.server = server;
    }

    /**
     * Starts to listen.
     *
     * @param port to listen on; 0: any that is free
     * @param page makes the page, in the text format of Prometheus
     * @throws IOException the port cannot be listened on
     */
    public static MetricsServer start(int port, Supplier<String> page) throws IOException {
        Javalin server = Javalin.create(javalin -> configure(javalin, port, page));
        try {
            server.start();
            return new MetricsServer(server);
        } catch (RuntimeException failed) {
            throw new IOException(
                    "cannot show metrics on " + LOOPBACK + ":" + port + ": "
                            + (failed.getCause() == null ? failed : failed.getCause()).getMessage(),
                    failed);
        }
    }

    private static void configure(JavalinConfig javalin, int port, Supplier<String> page) {
        ServerParts.apply(javalin, LOOPBACK, port);
        javalin.routes.before(MetricsServer::requireLoopbackName);
        javalin.routes.get(
                "/metrics", context -> context.contentType(TEXT_FORMAT).result(page.get()));
    }

    private static void requireLoopbackName(Context context) {
        if (!LoopbackHosts.contain(context.header("Host"))) {
            context.status(MISDIRECTED).skipRemainingHandlers();
        }
    }

    /** The port that it listens on. */
    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }
}
