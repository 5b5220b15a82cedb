package io.soakstream.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static io.soakstream.schemas.registry.StubbedRegistry.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegistryTlsTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    static Path directory;

    private static Path store;
    private static WireMockServer server;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        store = selfSigned(directory.resolve("store.p12"));
        server = new WireMockServer(options()
                .dynamicHttpsPort()
                .httpDisabled(true)
                .bindAddress("127.0.0.1")
                .keystorePath(store.toString())
                .keystorePassword(PASSWORD)
                .keyManagerPassword(PASSWORD)
                .keystoreType("PKCS12")
                .trustStorePath(store.toString())
                .trustStorePassword(PASSWORD)
                .trustStoreType("PKCS12")
                .needClientAuth(true));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(json(200, "{\"schema\":\"\\\"int\\\"\"}")));
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    @Test
    void shouldTalkToARegistryThatBothSidesTrust() {
        // Given
        RegistryTls mutual = new RegistryTls(store, PASSWORD, store, PASSWORD);

        // When
        Schema schema = client(mutual).schemaById(1);

        // Then
        assertThat(schema.getType()).isEqualTo(Schema.Type.INT);
    }

    @Test
    void shouldNotTrustAnUnknownCertificate() {
        // Given
        HttpSchemaRegistry trusting = client(RegistryTls.jdkDefaults());

        // When / Then
        assertThatThrownBy(() -> trusting.schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("certification path");
    }

    @Test
    void shouldNameTheStoreThatCannotBeOpened() {
        // Given
        RegistryTls wrong = new RegistryTls(store, "not-the-password", null, null);

        // When / Then
        assertThatThrownBy(() -> client(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("registry.truststore")
                .hasMessageNotContaining("not-the-password");
    }

    private static HttpSchemaRegistry client(RegistryTls tls) {
        return new HttpSchemaRegistry(RegistryConfig.of(URI.create("https://127.0.0.1:" + server.httpsPort()))
                .withTls(tls)
                .withTimeouts(StubbedRegistry.IMPATIENT));
    }

    private static Path selfSigned(Path file) throws IOException, InterruptedException {
        List<String> keytool = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD);
        Process process = new ProcessBuilder(keytool).inheritIO().start();
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as("keytool has ended").isTrue();
        assertThat(process.exitValue()).isZero();
        return file;
    }
}
