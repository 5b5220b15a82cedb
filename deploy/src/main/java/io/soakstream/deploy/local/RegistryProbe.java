package io.soakstream.deploy.local;

import io.soakstream.schemas.registry.Compatibility;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** The two requests a new registry gets before anybody else may use it. */
final class RegistryProbe {
    /** Response header that carries the marker of the process that answers. */
    static final String MARKER_HEADER = "Soak-Instance";

    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(REQUEST_TIMEOUT).build();
    private final String url;

    /** @param url base of the Confluent-compatible API */
    RegistryProbe(String url) {
        this.url = url;
    }

    /** Whether the registry answers, and is the one with this marker rather than another program on the port. */
    boolean answers(String marker) throws InterruptedException {
        try {
            HttpResponse<String> response = send(request("/subjects").GET().build());
            return response.statusCode() == 200
                    && response.headers().firstValue(MARKER_HEADER).orElse("").equals(marker);
        } catch (IOException notYet) {
            return false;
        }
    }

    /**
     * Sets the rule for subjects that have none of their own; Apicurio's default is to accept every change.
     *
     * @throws IOException it does not answer, or not with 200
     */
    void setGlobalCompatibility(Compatibility compatibility) throws IOException, InterruptedException {
        String body = "{\"compatibility\":\"" + compatibility + "\"}";
        HttpResponse<String> response = send(request("/config")
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build());
        if (response.statusCode() != 200) {
            throw new IOException("PUT " + url + "/config answered " + response.statusCode() + ": " + response.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(REQUEST_TIMEOUT);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
