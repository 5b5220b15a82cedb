package io.soakstream.deploy.http;

import io.soakstream.producer.http.LoopbackHosts;
import io.soakstream.producer.http.Tokens;
import java.time.Duration;
import java.util.Set;

/**
 * How a process is reached over HTTP, and by whom.
 *
 * @param bind address it listens on
 * @param port port it listens on; 0: any that is free
 * @param readers tokens that may read; none: whoever reaches the loopback address may
 * @param controllers tokens that may read and command; none: nobody may command
 * @param hosts further names that it may be called by, beside those of the loopback address
 * @param requestsPerSecond requests of one client (1/s)
 * @param drain how long a stop waits for requests under way
 */
public record ApiConfig(
        String bind,
        int port,
        Tokens readers,
        Tokens controllers,
        Set<String> hosts,
        int requestsPerSecond,
        Duration drain) {
    private static final String LOOPBACK = "127.0.0.1";
    private static final int USUAL_RATE = 200;
    private static final Duration USUAL_DRAIN = Duration.ofSeconds(5);
    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException something is out of range, or everybody could reach an open server */
    public ApiConfig {
        hosts = Set.copyOf(hosts);
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: " + port + " is not within 0.." + MAX_PORT);
        }
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("rate: " + requestsPerSecond + " is below 1");
        }
        if (readers.isEmpty() && controllers.isEmpty() && !LoopbackHosts.areBoundBy(bind)) {
            throw new IllegalArgumentException("bind: " + bind
                    + " can be reached from elsewhere, and there is no token to keep others out: give a token file");
        }
    }

    /** On the loopback address, open to read, closed to command. */
    public static ApiConfig local(int port) {
        return new ApiConfig(LOOPBACK, port, Tokens.none(), Tokens.none(), Set.of(), USUAL_RATE, USUAL_DRAIN);
    }

    /** Whoever reaches the loopback address may read where no readers are named, whether somebody may command or not. */
    boolean isOpenToRead() {
        return readers.isEmpty() && LoopbackHosts.areBoundBy(bind);
    }

    /** @param host the {@code Host} header, with or without a port; {@code null}: none */
    boolean isCalled(String host) {
        if (host == null) {
            return false;
        }
        int port = host.lastIndexOf(':');
        String name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
        return LoopbackHosts.contain(host) || hosts.contains(name) || name.equals(bind);
    }
}
