package io.soakstream.deploy.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpServer;
import io.soakstream.deploy.rollback.action.ActionRequest;
import io.soakstream.deploy.rollback.action.ExecHook;
import io.soakstream.deploy.rollback.action.HttpHook;
import io.soakstream.deploy.rollback.domain.PlannedAction;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);
    private static final ActionRequest REQUEST = new ActionRequest(
            new PlannedAction(PlannedAction.Kind.SCALE_STRATEGY, new TreeMap<>(Map.of("target", "0"))),
            "f@2026-03-01T11:50:00Z",
            "SoakGuardTrip",
            "mm:r1",
            NOW);

    @TempDir
    Path directory;

    @Test
    void shouldGiveAProgramTheRequest() throws Exception {
        // Given
        Path out = directory.resolve("request.json");

        // When
        String said = new ExecHook(List.of("tee", out.toString()), PATIENCE).run(REQUEST);

        // Then
        assertThat(said).isEqualTo("tee ended with 0");
        assertThat(Files.readString(out)).contains("\"action\":\"scale_strategy\"", "\"run\":\"mm:r1\"");
    }

    @Test
    void shouldFailWithAProgramThatFailsHangsOrIsNotThere() {
        assertThatThrownBy(() -> new ExecHook(List.of("sh", "-c", "echo no >&2; exit 3"), PATIENCE).run(REQUEST))
                .hasMessage("sh ended with 3: no");
        assertThatThrownBy(() -> new ExecHook(List.of("sleep", "60"), Duration.ofMillis(200)).run(REQUEST))
                .hasMessageContaining("did not end within");
        assertThatThrownBy(() -> new ExecHook(List.of("/no/such/program"), PATIENCE).run(REQUEST))
                .hasMessageContaining("/no/such/program");
    }

    @Test
    void shouldNotHangWithAProgramThatSaysMuch() throws Exception {
        // Given
        String much = "head -c 204800 /dev/zero | tr '\\0' 'x' >&2";

        // When
        String said = new ExecHook(List.of("sh", "-c", much), PATIENCE).run(REQUEST);

        // Then
        assertThat(said).isEqualTo("sh ended with 0");
        assertThatThrownBy(() -> new ExecHook(List.of("sh", "-c", much + "; exit 3"), PATIENCE).run(REQUEST))
                .hasMessage("sh ended with 3: " + "x".repeat(4_096));
    }

    @Test
    void shouldLeaveNothingBehindWhenItIsInterrupted() throws Exception {
        // Given
        Path pid = directory.resolve("pid");
        List<String> line = List.of("sh", "-c", "echo $$ > " + pid + ".new; mv " + pid + ".new " + pid + "; sleep 60");
        Thread runner = new Thread(() -> assertThatThrownBy(() -> new ExecHook(line, PATIENCE).run(REQUEST))
                .isInstanceOf(InterruptedException.class));
        runner.start();
        await().atMost(PATIENCE).until(() -> Files.exists(pid));
        ProcessHandle program =
                ProcessHandle.of(Long.parseLong(Files.readString(pid).strip())).orElseThrow();

        // When
        runner.interrupt();

        // Then
        await().atMost(PATIENCE).until(() -> !program.isAlive());
    }

    @Test
    void shouldSignWhatItSends() throws Exception {
        // Given
        CompletableFuture<String> expected = new CompletableFuture<>();
        CompletableFuture<String> given = new CompletableFuture<>();
        HttpServer server = server(200, expected, given);

        // When
        new HttpHook(address(server), SECRET, PATIENCE, () -> NOW).run(REQUEST);
        server.stop(0);

        // Then
        assertThat(given.get()).isEqualTo(expected.get()).startsWith("v1,");
    }

    @Test
    void shouldFailWithAServerThatRefusesOrIsNotThere() throws Exception {
        // Given
        HttpServer server = server(500, new CompletableFuture<>(), new CompletableFuture<>());
        HttpHook hook = new HttpHook(address(server), SECRET, PATIENCE, () -> NOW);

        // Then
        assertThatThrownBy(() -> hook.run(REQUEST)).hasMessageContaining("answers with status 500");
        server.stop(0);
        assertThatThrownBy(() -> hook.run(REQUEST)).hasMessageContaining("does not answer");
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/scale");
    }

    private static HttpServer server(int status, CompletableFuture<String> expected, CompletableFuture<String> given)
            throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/scale", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            String head = exchange.getRequestHeaders().getFirst("webhook-id") + "."
                    + exchange.getRequestHeaders().getFirst("webhook-timestamp") + ".";
            expected.complete("v1," + mac(head + body));
            given.complete(exchange.getRequestHeaders().getFirst("webhook-signature"));
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static String mac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
