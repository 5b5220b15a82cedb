package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a fake that takes nothing but what Grafana's API takes. */
class GrafanaCommandTest {
    private static final String FILE = "grafana/mm-operability.json";
    private static final Map<String, String> TOKEN = Map.of("GRAFANA_TOKEN", "glsa_test");
    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    Path directory;

    private final List<JsonNode> imported = new ArrayList<>();
    private HttpServer grafana;
    private String url;

    @BeforeEach
    void start() throws IOException {
        grafana = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        grafana.createContext("/", this::answer);
        grafana.start();
        url = "http://127.0.0.1:" + grafana.getAddress().getPort() + "/grafana/";
    }

    @AfterEach
    void stop() {
        grafana.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        String authorization = exchange.getRequestHeaders().getFirst("Authorization");
        if (!"Bearer glsa_test".equals(authorization)) {
            reply(exchange, 401, "{\"message\": \"invalid API key\"}");
        } else if (request.equals("POST /grafana/api/dashboards/db")) {
            take(exchange);
        } else if (request.equals("GET /grafana/api/dashboards/uid/mm-operability")) {
            String model = Files.readString(Path.of(FILE)).replaceFirst("\\{", "{\"id\": 7, \"version\": 12,");
            reply(exchange, 200, "{\"meta\": {\"updated\": \"now\", \"version\": 12}, \"dashboard\": " + model + "}");
        } else {
            reply(exchange, 404, "{\"message\": \"Dashboard not found\"}");
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        boolean json = "application/json".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
        boolean good = json
                && body.path("overwrite").asBoolean()
                && body.at("/dashboard/id").isNull()
                && !body.at("/dashboard/uid").asText().isEmpty()
                && body.size() == 2;
        imported.add(body);
        reply(exchange, good ? 200 : 412, good ? "{\"url\": \"/d/mm-operability/x\"}" : "{\"message\": \"refused\"}");
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void shouldImportWhatShipsAndWhatIsWrapped() throws IOException {
        // Given
        Path wrapped = Files.writeString(
                directory.resolve("wrapped.json"),
                "{\"dashboard\": " + Files.readString(Path.of(FILE)) + ", \"meta\": {}}");

        // When
        Cli.Ended plain = Cli.run(TOKEN, "grafana", "import", "--url", url, "--in", FILE);
        Cli.run(TOKEN, "grafana", "import", "--url", url, "--in", wrapped.toString());

        // Then
        assertThat(plain.exitCode()).as(plain.err()).isZero();
        assertThat(plain.out()).isEqualTo("/d/mm-operability/x" + System.lineSeparator());
        assertThat(imported).hasSize(2);
        assertThat(imported.get(1)).isEqualTo(imported.get(0));
    }

    @Test
    void shouldExportTheSameTextThatWasImported() {
        // Given
        Path out = directory.resolve("out.json");

        // When
        Cli.Ended ended = Cli.run(TOKEN, "grafana", "export", "--url", url, "--out", out.toString());

        // Then
        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(out).hasSameTextualContentAs(Path.of(FILE));
    }

    @Test
    void shouldSayWhatIsWrongInOneLine() throws IOException {
        assertThat(Cli.run("grafana", "export", "--url", url, "--out", "x").err())
                .contains("there is no token");
        assertThat(Cli.run("grafana", "export", "--url", url, "--out", "x").exitCode())
                .isEqualTo(64);
        Cli.Ended stranger = Cli.run(Map.of("GRAFANA_TOKEN", "other"), "grafana", "export", "--url", url, "--out", "x");
        assertThat(stranger.exitCode()).isEqualTo(1);
        assertThat(stranger.err()).isEqualTo("soak: Grafana does not know the token (401)" + System.lineSeparator());
        Cli.Ended none = Cli.run(TOKEN, "grafana", "export", "--url", url, "--uid", "other", "--out", "x");
        assertThat(none.err()).contains("there is no dashboard other (404)");
        Path broken = Files.writeString(directory.resolve("broken.json"), "{\"a\": 1}");
        Cli.Ended noDashboard = Cli.run(TOKEN, "grafana", "import", "--url", url, "--in", broken.toString());
        assertThat(noDashboard.exitCode()).isEqualTo(64);
        assertThat(noDashboard.err()).contains("broken.json: is no dashboard");
        Cli.Ended away = Cli.run(TOKEN, "grafana", "export", "--url", "http://127.0.0.1:1", "--out", "x");
        assertThat(away.exitCode()).isEqualTo(69);
    }
}
