package io.soakstream.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import java.net.URI;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;

/** An HTTP server that answers as the tests tell it, and clients of it. */
final class StubbedRegistry implements AutoCloseable {
    static final Schema SCHEMA =
            SchemaBuilder.record("Sample").fields().optionalInt("count").endRecord();
    /** Longer than any outage of these tests, however busy the machine is. */
    static final RegistryTimeouts PATIENT = new RegistryTimeouts(
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMillis(10),
            Duration.ofMillis(50));
    /** The same for who waits for the end of the patience: on a busy machine it may be over with the first request. */
    static final RegistryTimeouts IMPATIENT = PATIENT.withPatience(Duration.ofMillis(700));

    final WireMockServer server =
            new WireMockServer(options().dynamicPort().bindAddress("127.0.0.1").containerThreads(8));

    StubbedRegistry() {
        server.start();
    }

    RegistryConfig config() {
        return RegistryConfig.of(URI.create(server.baseUrl())).withTimeouts(PATIENT);
    }

    HttpSchemaRegistry client() {
        return new HttpSchemaRegistry(config());
    }

    HttpSchemaRegistry client(RegistryTimeouts timeouts) {
        return new HttpSchemaRegistry(config().withTimeouts(timeouts));
    }

    static ResponseDefinitionBuilder json(int status, String body) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/vnd.schemaregistry.v1+json")
                .withBody(body);
    }

    static ResponseDefinitionBuilder error(int status, int code, String message) {
        return json(status, "{\"error_code\":" + code + ",\"message\":\"" + message + "\"}");
    }

    @Override
    public void close() {
        server.stop();
    }
}
