package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.http.ApiConfig;
import io.soakstream.deploy.http.ApiRoute;
import io.soakstream.deploy.http.Role;
import io.soakstream.producer.http.Tokens;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every route has a role, and is closed to whoever has not; the document tells of the same routes. */
class RouteTableTest {
    @TempDir
    Path directory;

    private ApiBench api;

    @BeforeEach
    void start() throws Exception {
        api = ApiBench.guarded(directory);
    }

    @AfterEach
    void stop() throws Exception {
        api.close();
    }

    @Test
    void shouldRefuseEveryRouteButHealthWithoutAToken() {
        for (ApiRoute route : api.server().routes()) {
            // When
            int status = call(route, null).statusCode();

            // Then
            if (route.role() == Role.PUBLIC) {
                assertThat(route.path()).matches("/health/(live|ready)|/|/assets/\\{version}/\\{file}");
                // Of another version of the page there is no file, for anybody.
                assertThat(status).as(route.path()).isEqualTo(route.path().startsWith("/assets") ? 404 : 200);
            } else {
                assertThat(status).as(route.path()).isEqualTo(401);
            }
        }
    }

    @Test
    void shouldRefuseAReaderWhatCommands() {
        for (ApiRoute route : api.server().routes()) {
            if (route.role() == Role.CONTROL) {
                // When
                HttpResponse<String> answer = call(route, ApiBench.READER);

                // Then
                assertThat(answer.statusCode()).as(route.path()).isEqualTo(403);
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
            }
        }
    }

    @Test
    void shouldLetAControllerReadAndNobodyGuess() {
        // When
        int controller = api.send(api.request("/api/v1/runs").header("Authorization", "Bearer " + ApiBench.CONTROLLER))
                .statusCode();
        int guesser = api.send(api.request("/api/v1/runs").header("Authorization", "Bearer " + "x".repeat(40)))
                .statusCode();
        int bare = api.send(api.request("/api/v1/runs").header("Authorization", ApiBench.READER))
                .statusCode();

        // Then
        assertThat(controller).isEqualTo(200);
        assertThat(guesser).isEqualTo(401);
        assertThat(bare).isEqualTo(401);
    }

    @Test
    void shouldNotServeWhatIsNotInTheTable() {
        for (String path : new String[] {
            "/index.html", "/assets", "/api", "/api/v1/RUNS", "/api/v1//runs", "/health", "/metrics/", "/api/v1/runs/"
        }) {
            assertThat(api.get(path).statusCode()).as(path).isIn(400, 401, 404);
        }
    }

    @Test
    void shouldDocumentExactlyTheRoutesThatAreServed() throws Exception {
        // When
        JsonNode document = new ObjectMapper()
                .readTree(api.send(api.request("/api/v1/openapi.json")
                                .header("Authorization", "Bearer " + ApiBench.READER))
                        .body());

        // Then
        Set<String> documented = new TreeSet<>();
        document.get("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> documented.add(operation.getKey() + " " + path.getKey() + " "
                        + operation.getValue().get("x-role").asText())));
        assertThat(document.get("openapi").asText()).startsWith("3.1");
        assertThat(documented)
                .isEqualTo(api.server().routes().stream()
                        .map(route -> route.method().toString().toLowerCase(Locale.ROOT) + " " + route.path() + " "
                                + route.role().name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void shouldNotListenForEverybodyWithoutTokens() {
        assertThatThrownBy(() ->
                        new ApiConfig("0.0.0.0", 0, Tokens.none(), Tokens.none(), Set.of(), 100, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("can be reached from elsewhere");
    }

    private HttpResponse<String> call(ApiRoute route, String token) {
        String path = route.path()
                .replace("{bot}", "bot")
                .replace("{run}", "mock36")
                .replace("{iteration}", "3")
                .replace("{app}", "tuner")
                .replace("{version}", "0000000000000000")
                .replace("{file}", "dashboard.js");
        HttpRequest.Builder request =
                api.request(path).method(route.method().toString(), HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return api.send(request);
    }
}
