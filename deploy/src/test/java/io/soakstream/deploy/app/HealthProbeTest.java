package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HealthProbeTest {
    private static final int NO_BODY = -1;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer server;
    private int status = 200;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/ready", exchange -> {
            exchange.sendResponseHeaders(status, NO_BODY);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void shouldSayNothingOfAProcessThatIsReady() {
        // When
        int exitCode = probe(url());

        // Then
        assertThat(exitCode).isZero();
        assertThat(printed.size()).isZero();
    }

    @Test
    void shouldSayThatAProcessIsNotReady() {
        // Given
        status = 503;

        // When
        int exitCode = probe(url());

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(said()).contains(url(), "status 503");
    }

    @Test
    void shouldSayThatNobodyListens() {
        // Given
        String url = url();
        server.stop(0);

        // When
        int exitCode = probe(url);

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(said()).contains("Connection refused");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no url", "file:///etc/hostname", "ftp://127.0.0.1/x"})
    void shouldRefuseWhatIsNoHttpAddress(String text) {
        // When
        int exitCode = probe(text);

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(said()).startsWith("HealthProbe: " + text);
    }

    @Test
    void shouldAskForOneUrl() {
        // When
        int exitCode = probe();

        // Then
        assertThat(exitCode).isEqualTo(1);
        assertThat(said()).contains("one URL is needed");
    }

    private int probe(String... arguments) {
        return HealthProbe.run(arguments, new PrintStream(printed, true, StandardCharsets.UTF_8));
    }

    private String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/health/ready";
    }

    private String said() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
