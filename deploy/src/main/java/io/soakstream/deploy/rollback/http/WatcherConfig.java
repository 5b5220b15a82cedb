package io.soakstream.deploy.rollback.http;

import io.soakstream.producer.http.LoopbackHosts;
import io.soakstream.producer.http.Tokens;

/**
 * How the watcher is reached.
 *
 * @param bind address that it listens on
 * @param port port that it listens on; 0: any that is free
 * @param tokens who is let in; none: whoever reaches the loopback address
 */
public record WatcherConfig(String bind, int port, Tokens tokens) {
    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException something is out of range, or everybody could roll back */
    public WatcherConfig {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: " + port + " is not within 0.." + MAX_PORT);
        }
        if (tokens.isEmpty() && !LoopbackHosts.areBoundBy(bind)) {
            throw new IllegalArgumentException("bind: " + bind
                    + " can be reached from elsewhere, and there is no token to keep others out: give a token file");
        }
    }
}
