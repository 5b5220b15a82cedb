package io.soakstream.deploy.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.soakstream.producer.domain.RunKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeersTest {
    private static final StoreQuestion QUESTION = new StoreQuestion(StoreApp.TUNER, new RunKey("mm", "r1"), false, 0);

    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private HttpServer peer;

    @BeforeEach
    void start() throws IOException {
        peer = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        peer.createContext("/", exchange -> {
            tokens.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        peer.start();
    }

    @AfterEach
    void stop() {
        peer.stop(0);
    }

    private String address() {
        return "127.0.0.1:" + peer.getAddress().getPort();
    }

    @Test
    void shouldAskWithItsOwnTokenOrNone() {
        // When
        new Peers(Set.of(), Optional.of("peer")).ask(address(), QUESTION).join();
        new Peers(Set.of(), Optional.empty()).ask(address(), QUESTION).join();

        // Then
        assertThat(tokens).containsExactly("Bearer peer", "null");
    }
}
