package io.soakstream.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static io.soakstream.schemas.registry.StubbedRegistry.error;
import static io.soakstream.schemas.registry.StubbedRegistry.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryAuthenticationTest {
    private final StubbedRegistry stub = new StubbedRegistry();
    private final WireMockServer server = stub.server;

    @AfterEach
    void stop() {
        stub.close();
    }

    @Test
    void shouldSendUserAndPassword() {
        // Given
        server.stubFor(any(anyUrl()).willReturn(json(200, "{\"schema\":\"\\\"int\\\"\"}")));

        // When
        client(RegistryCredentials.basic("soak", "s3cret")).schemaById(1);

        // Then
        server.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Basic c29hazpzM2NyZXQ=")));
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void shouldSendABearerToken() {
        // Given
        server.stubFor(any(anyUrl()).willReturn(json(200, "{\"schema\":\"\\\"int\\\"\"}")));

        // When
        client(RegistryCredentials.bearer("t0ken")).schemaById(1);

        // Then
        server.verify(getRequestedFor(anyUrl()).withHeader("Authorization", equalTo("Bearer t0ken")));
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void shouldFailAtOnceWhenRefused(int status) {
        // Given
        server.stubFor(any(anyUrl()).willReturn(error(status, status, "no")));

        // When
        Throwable thrown =
                catchThrowable(() -> client(RegistryCredentials.none()).schemaById(1));

        // Then
        assertThat(thrown).isInstanceOf(RegistryAuthenticationException.class);
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 503})
    void shouldNotShowSecretsInFailures(int status) {
        // Given
        server.stubFor(any(anyUrl()).willReturn(error(status, status, "no")));

        // When
        Throwable thrown = catchThrowable(
                () -> client(RegistryCredentials.basic("soak", "s3cret")).schemaById(1));

        // Then
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        assertThat(text.toString()).contains(server.baseUrl()).doesNotContain("s3cret", "c29hazpzM2NyZXQ=");
    }

    private HttpSchemaRegistry client(RegistryCredentials credentials) {
        return new HttpSchemaRegistry(stub.config().withCredentials(credentials));
    }
}
