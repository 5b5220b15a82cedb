package io.soakstream.deploy.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.schemas.registry.Compatibility;
import io.soakstream.schemas.registry.IncompatibleSchemaException;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.registry.UnknownSchemaException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.apache.avro.Schema;

/** Asks the registry at every call: a cache would hide what a restart lost. */
final class PlainRegistryClient implements SchemaRegistry {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final String url;

    PlainRegistryClient(String url) {
        this.url = url;
    }

    @Override
    public int register(String subject, Schema schema) {
        return send("POST", "/subjects/" + subject + "/versions", Map.of("schema", schema.toString()))
                .get("id")
                .asInt();
    }

    @Override
    public Schema schemaById(int id) {
        return new Schema.Parser()
                .parse(send("GET", "/schemas/ids/" + id, Map.of()).get("schema").asText());
    }

    @Override
    public boolean isCompatible(String subject, Schema schema) {
        throw new UnsupportedOperationException("no test asks");
    }

    @Override
    public void setCompatibility(String subject, Compatibility compatibility) {
        throw new UnsupportedOperationException("no test asks");
    }

    @Override
    public void close() {
        // The HTTP client ends with its last reference.
    }

    private JsonNode send(String method, String path, Map<String, String> body) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + path))
                    .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                    .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                    .build();
            return answer(client.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    private static JsonNode answer(HttpResponse<String> response) throws IOException {
        return switch (response.statusCode()) {
            case 200 -> JSON.readTree(response.body());
            case 404 -> throw new UnknownSchemaException(response.body());
            case 409 -> throw new IncompatibleSchemaException(response.body());
            default -> throw new IllegalStateException(response.statusCode() + " " + response.body());
        };
    }
}
