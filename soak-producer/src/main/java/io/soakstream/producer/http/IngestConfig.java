package io.soakstream.producer.http;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import java.time.Duration;

/**
 * How the server is reached, and by whom.
 *
 * @param bind address it listens on
 * @param port port it listens on; 0: any that is free
 * @param tokens who is let in; none: whoever reaches the loopback address
 * @param riskUnit unit of risk and block ratios where a request does not declare one
 * @param names flat names of parameters
 * @param requestsPerSecond requests of one client (1/s)
 * @param request how long a request may take
 * @param drain how long a stop waits for requests under way, and then for what is on its way to the broker
 */
public record IngestConfig(
        String bind,
        int port,
        Tokens tokens,
        RiskUnit riskUnit,
        StartValueRule names,
        int requestsPerSecond,
        Duration request,
        Duration drain) {
    /** Largest body (bytes). */
    static final int MAX_BODY_BYTES = 1024 * 1024;
    /** Most iterations of one request (count). */
    static final int MAX_ITERATIONS = 500;
    /** Longest wait for new overrides. */
    static final Duration MAX_WAIT = Duration.ofSeconds(60);

    private static final int MAX_PORT = 65_535;

    /** @throws IllegalArgumentException something is out of range, or everybody could reach an open server */
    public IngestConfig {
        if (port < 0 || port > MAX_PORT) {
            throw new IllegalArgumentException("port: " + port + " is not within 0.." + MAX_PORT);
        }
        if (requestsPerSecond < 1) {
            throw new IllegalArgumentException("rate: " + requestsPerSecond + " is below 1");
        }
        if (tokens.isEmpty() && !LoopbackHosts.areBoundBy(bind)) {
            throw new IllegalArgumentException("bind: " + bind
                    + " can be reached from elsewhere, and there is no token to keep others out: give a token file");
        }
    }

    boolean isLoopback() {
        return LoopbackHosts.areBoundBy(bind);
    }
}
