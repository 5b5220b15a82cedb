package io.soakstream.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.soakstream.schemas.registry.StubbedRegistry.error;
import static io.soakstream.schemas.registry.StubbedRegistry.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.soakstream.schemas.contract.SoakEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.avro.AvroSchema;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.RestService;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Confluent's own client and ours say the same to a registry and understand the same. */
class ConfluentClientTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = SoakEvent.getClassSchema();

    private final StubbedRegistry stub = new StubbedRegistry();
    private final WireMockServer server = stub.server;
    private final HttpSchemaRegistry ours = stub.client();
    private final CachedSchemaRegistryClient theirs = new CachedSchemaRegistryClient(server.baseUrl(), 10);

    @AfterEach
    void stop() {
        stub.close();
    }

    /** Theirs adds query parameters at their defaults: only paths are compared. */
    @Test
    void shouldRegisterAlike() throws Exception {
        // Given
        server.stubFor(post(urlPathEqualTo("/subjects/s-value/versions")).willReturn(json(200, "{\"id\":7}")));

        // When
        int ourId = ours.register("s-value", SCHEMA);
        int theirId = theirs.register("s-value", new AvroSchema(SCHEMA.toString()));

        // Then
        assertThat(ourId).isEqualTo(theirId);
        List<LoggedRequest> requests = requests();
        assertThat(schemaIn(requests.get(0))).isEqualTo(schemaIn(requests.get(1)));
        assertThat(requests.get(0).getHeader("Content-Type"))
                .isEqualTo(requests.get(1).getHeader("Content-Type"));
    }

    @Test
    void shouldFetchAlike() throws Exception {
        // Given
        String answer = JSON.createObjectNode().put("schema", SCHEMA.toString()).toString();
        server.stubFor(get(urlPathEqualTo("/schemas/ids/7")).willReturn(json(200, answer)));

        // When
        Schema our = ours.schemaById(7);
        String their = theirs.getSchemaById(7).canonicalString();

        // Then
        assertThat(our).isEqualTo(SCHEMA).isEqualTo(new Schema.Parser().parse(their));
    }

    @Test
    void shouldKnowUnknownIdsAlike() {
        // Given
        server.stubFor(get(urlPathEqualTo("/schemas/ids/9")).willReturn(error(404, 40403, "Schema not found")));

        // When / Then
        assertThatThrownBy(() -> ours.schemaById(9)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> theirs.getSchemaById(9))
                .isInstanceOf(RestClientException.class)
                .extracting("errorCode")
                .isEqualTo(40403);
    }

    @Test
    void shouldAskForCompatibilityAlike() throws Exception {
        // Given: theirs ends in a slash, and CachedSchemaRegistryClient would ask about the latest version only
        server.stubFor(post(urlPathMatching("/compatibility/subjects/s-value/versions/?"))
                .willReturn(json(200, "{\"is_compatible\":false}")));

        // When
        boolean our = ours.isCompatible("s-value", SCHEMA);
        List<String> their = new RestService(server.baseUrl()).testCompatibility(SCHEMA.toString(), "s-value", true);

        // Then
        assertThat(our).isFalse();
        assertThat(their).isNotNull();
        List<LoggedRequest> requests = requests();
        assertThat(schemaIn(requests.get(0))).isEqualTo(schemaIn(requests.get(1)));
    }

    @Test
    void shouldSetTheRuleAlike() throws Exception {
        // Given
        server.stubFor(put(urlPathEqualTo("/config/s-value"))
                .willReturn(json(200, "{\"compatibility\":\"FULL_TRANSITIVE\"}")));

        // When
        ours.setCompatibility("s-value", Compatibility.FULL_TRANSITIVE);
        String their = theirs.updateCompatibility("s-value", "FULL_TRANSITIVE");

        // Then
        assertThat(their).isEqualTo("FULL_TRANSITIVE");
        List<LoggedRequest> requests = requests();
        assertThat(JSON.readTree(requests.get(0).getBodyAsString()).get("compatibility"))
                .isEqualTo(JSON.readTree(requests.get(1).getBodyAsString()).get("compatibility"));
    }

    private static Schema schemaIn(LoggedRequest request) throws IOException {
        JsonNode body = JSON.readTree(request.getBodyAsString());
        return new Schema.Parser().parse(body.get("schema").asText());
    }

    /** In the order in which they came. */
    private List<LoggedRequest> requests() {
        List<LoggedRequest> requests = new ArrayList<>();
        server.getAllServeEvents().forEach(event -> requests.add(0, event.getRequest()));
        return requests;
    }
}
