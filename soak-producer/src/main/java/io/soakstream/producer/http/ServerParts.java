package io.soakstream.producer.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with limits on everything that a client could make grow. */
public final class ServerParts {
    private static final int MAX_THREADS = 32;
    private static final int MIN_THREADS = 4;
    private static final int IDLE_THREAD_MS = (int) TimeUnit.MINUTES.toMillis(1);
    private static final int MAX_CONNECTIONS = 1_000;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int MIN_BYTES_PER_SECOND = 256;
    /** More than the longest wait for overrides, during which nothing is on the wire. */
    private static final long IDLE_CONNECTION_MS = TimeUnit.SECONDS.toMillis(90);

    private ServerParts() {}

    /**
     * A server without words of the library's own, with every limit.
     *
     * @return the threads that answers are written on
     */
    public static Executor apply(JavalinConfig javalin, String bind, int port) {
        QueuedThreadPool threads = threads();
        javalin.startup.showJavalinBanner = false;
        javalin.startup.showOldJavalinVersionWarning = false;
        javalin.startup.startupWatcherEnabled = false;
        javalin.jetty.host = bind;
        javalin.jetty.port = port;
        javalin.jetty.threadPool = threads;
        javalin.jetty.modifyHttpConfiguration(ServerParts::limit);
        javalin.jetty.modifyServer(ServerParts::limit);
        return threads;
    }

    /** Does the work when the last byte of the answer is gone; only the server knows when that is. */
    public static void whenGone(Context context, Runnable work) {
        Request.addCompletionListener(
                ServletContextRequest.getServletContextRequest(context.req()), failure -> work.run());
    }

    /** The answer may take as long as its client stays; its work ends when what is returned completes. */
    public static CompletableFuture<Void> openEnded(Context context) {
        CompletableFuture<Void> end = new CompletableFuture<>();
        context.req().startAsync().setTimeout(0);
        context.future(() -> end);
        return end;
    }

    /** Takes no more connections; those that are there go on. */
    public static void stopAccepting(Javalin server) {
        stopAccepting(server.jettyServer().server());
    }

    static QueuedThreadPool threads() {
        // Its queue needs no bound of its own: a connection holds one request at a time, and connections are counted.
        QueuedThreadPool threads = new QueuedThreadPool(MAX_THREADS, MIN_THREADS, IDLE_THREAD_MS);
        threads.setName("soak-http");
        threads.setDaemon(true);
        return threads;
    }

    static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setIdleTimeout(IDLE_CONNECTION_MS);
        http.setRequestHeaderSize(MAX_HEADER_BYTES);
        // A body that trickles in would hold a thread for ever.
        http.setMinRequestDataRate(MIN_BYTES_PER_SECOND);
    }

    static void limit(Server server) {
        server.addBean(new NetworkConnectionLimit(MAX_CONNECTIONS, server));
        server.setErrorHandler(new ProtocolErrors());
    }

    /** Takes no more connections; those that are there go on. */
    static void stopAccepting(Server server) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector socket) {
                socket.close();
            }
        }
    }
}
