package io.soakstream.producer.http;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** Jetty with limits on everything that a client could make grow. */
final class ServerParts {
    private static final int MAX_THREADS = 32;
    private static final int MIN_THREADS = 4;
    private static final int IDLE_THREAD_MS = (int) TimeUnit.MINUTES.toMillis(1);
    private static final int MAX_CONNECTIONS = 1_000;
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int MIN_BYTES_PER_SECOND = 256;
    /** More than the longest wait for overrides, during which nothing is on the wire. */
    private static final long IDLE_CONNECTION_MS = TimeUnit.SECONDS.toMillis(90);

    private ServerParts() {}

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
