package io.soakstream.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static io.soakstream.schemas.registry.StubbedRegistry.SCHEMA;
import static io.soakstream.schemas.registry.StubbedRegistry.error;
import static io.soakstream.schemas.registry.StubbedRegistry.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSchemaRegistryTest {
    private final StubbedRegistry stub = new StubbedRegistry();
    private final WireMockServer server = stub.server;
    private final HttpSchemaRegistry registry = stub.client();

    @AfterEach
    void stop() {
        registry.close();
        stub.close();
    }

    @Test
    void shouldRegisterOnceAndRemember() {
        // Given
        server.stubFor(post("/subjects/s-value/versions").willReturn(json(200, "{\"id\":7}")));

        // When
        int first = registry.register("s-value", SCHEMA);
        int second = registry.register("s-value", new Schema.Parser().parse(SCHEMA.toString()));
        Schema back = registry.schemaById(7);

        // Then
        assertThat(first).isEqualTo(7).isEqualTo(second);
        assertThat(back).isEqualTo(SCHEMA);
        assertThat(server.getAllServeEvents()).hasSize(1);
        server.verify(postRequestedFor(urlEqualTo("/subjects/s-value/versions"))
                .withRequestBody(matchingJsonPath("$.schema", equalToJson(SCHEMA.toString()))));
    }

    @Test
    void shouldEscapeSubjects() {
        // Given
        server.stubFor(post("/subjects/a%2Fb%20c/versions").willReturn(json(200, "{\"id\":1}")));

        // When
        int id = registry.register("a/b c", SCHEMA);

        // Then
        assertThat(id).isEqualTo(1);
    }

    @Test
    void shouldPassOnWhyASchemaIsRefused() {
        // Given
        server.stubFor(post(anyUrl()).willReturn(error(409, 409, "field count was removed")));

        // When / Then
        assertThatThrownBy(() -> registry.register("s-value", SCHEMA))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("s-value")
                .hasMessageContaining("field count was removed");
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void shouldTakeAnInvalidSchemaForRefused() {
        // Given
        server.stubFor(post(anyUrl()).willReturn(error(422, 42201, "invalid")));

        // When / Then
        assertThatThrownBy(() -> registry.register("s-value", SCHEMA)).isInstanceOf(IncompatibleSchemaException.class);
    }

    @Test
    void shouldFetchASchemaOnce() {
        // Given
        String body = "{\"schema\":\"{\\\"type\\\":\\\"string\\\"}\"}";
        server.stubFor(get("/schemas/ids/3").willReturn(json(200, body)));

        // When
        Schema first = registry.schemaById(3);
        Schema second = registry.schemaById(3);

        // Then
        assertThat(first).isEqualTo(Schema.create(Schema.Type.STRING)).isSameAs(second);
        server.verify(1, getRequestedFor(urlEqualTo("/schemas/ids/3")));
    }

    @Test
    void shouldAskOnceForAnUnknownIdHoweverOftenItComes() {
        // Given
        server.stubFor(get("/schemas/ids/999").willReturn(error(404, 40403, "Schema 999 not found")));

        // When
        for (int i = 0; i < 50; i++) {
            assertThatThrownBy(() -> registry.schemaById(999)).isInstanceOf(UnknownSchemaException.class);
        }

        // Then
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void shouldTakeForeignAndBrokenSchemasForUnknown() {
        // Given
        server.stubFor(get("/schemas/ids/4")
                .willReturn(json(200, "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message M {}\"}")));
        server.stubFor(get("/schemas/ids/5").willReturn(json(200, "{\"schema\":\"{\\\"type\\\":\\\"wrong\\\"}\"}")));

        // When / Then
        assertThatThrownBy(() -> registry.schemaById(4))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("PROTOBUF");
        assertThatThrownBy(() -> registry.schemaById(5))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("not Avro");
    }

    @Test
    void shouldAskAboutAllVersions() {
        // Given
        server.stubFor(post("/compatibility/subjects/s-value/versions?verbose=true")
                .willReturn(json(200, "{\"is_compatible\":false,\"messages\":[\"no\"]}")));

        // When
        boolean compatible = registry.isCompatible("s-value", SCHEMA);

        // Then
        assertThat(compatible).isFalse();
    }

    @Test
    void shouldAllowAnythingInASubjectWithoutVersions() {
        // Given
        server.stubFor(post(anyUrl()).willReturn(error(404, 40401, "Subject not found")));

        // When
        boolean compatible = registry.isCompatible("s-value", SCHEMA);

        // Then
        assertThat(compatible).isTrue();
    }

    @Test
    void shouldSetTheRuleOfASubjectAndOfAll() {
        // Given
        server.stubFor(put("/config/s-value").willReturn(json(200, "{\"compatibility\":\"FULL_TRANSITIVE\"}")));
        server.stubFor(put("/config").willReturn(json(200, "{\"compatibilityLevel\":\"FULL\"}")));

        // When
        registry.setCompatibility("s-value", Compatibility.FULL_TRANSITIVE);
        registry.setGlobalCompatibility(Compatibility.FULL);

        // Then
        server.verify(putRequestedFor(urlEqualTo("/config/s-value"))
                .withRequestBody(equalToJson("{\"compatibility\":\"FULL_TRANSITIVE\"}")));
        server.verify(
                putRequestedFor(urlEqualTo("/config")).withRequestBody(equalToJson("{\"compatibility\":\"FULL\"}")));
        assertThat(server.getAllServeEvents()).hasSize(2);
    }

    @Test
    void shouldNotFollowRedirects() {
        // Given
        HttpSchemaRegistry impatient = stub.client(StubbedRegistry.IMPATIENT);
        server.stubFor(any(anyUrl()).willReturn(json(302, "").withHeader("Location", "/elsewhere")));

        // When / Then
        assertThatThrownBy(() -> impatient.schemaById(1)).isInstanceOf(RegistryUnavailableException.class);
        server.verify(0, getRequestedFor(urlEqualTo("/elsewhere")));
    }
}
