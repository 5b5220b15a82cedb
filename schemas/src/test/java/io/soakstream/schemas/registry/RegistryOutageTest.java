package io.soakstream.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.moreThan;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.stubbing.Scenario.STARTED;
import static io.soakstream.schemas.registry.StubbedRegistry.error;
import static io.soakstream.schemas.registry.StubbedRegistry.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import java.net.URI;
import java.time.Duration;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

@Timeout(30)
class RegistryOutageTest {
    private static final String PATH = "/schemas/ids/1";
    /** Requests, once the first one has warmed the code. */
    private static final Duration ENOUGH_FOR_SEVERAL = Duration.ofSeconds(2);

    private static final ResponseDefinitionBuilder STRING = json(200, "{\"schema\":\"\\\"string\\\"\"}");

    private final StubbedRegistry stub = new StubbedRegistry();
    private final WireMockServer server = stub.server;
    private final HttpSchemaRegistry registry = stub.client();
    private final HttpSchemaRegistry impatient = stub.client(StubbedRegistry.IMPATIENT);
    private final Logger logger = (Logger) LoggerFactory.getLogger(OutagePatience.class);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        logger.addAppender(log);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(log);
        registry.close();
        impatient.close();
        stub.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 502, 503, 504, 404, 302})
    void shouldWaitOutAnswersThatTheRegistryCannotMean(int status) {
        // Given
        failTwiceWith(aResponse().withStatus(status).withBody("<html>a proxy</html>"));

        // When
        Schema schema = registry.schemaById(1);

        // Then
        assertThat(schema.getType()).isEqualTo(Schema.Type.STRING);
        assertThat(server.getAllServeEvents()).hasSize(3);
    }

    @Test
    void shouldWaitOutBrokenConnectionsAndPagesOfAProxy() {
        // Given
        server.stubFor(get(PATH)
                .inScenario("s")
                .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER))
                .willSetStateTo("page"));
        server.stubFor(get(PATH)
                .inScenario("s")
                .whenScenarioStateIs("page")
                .willReturn(json(200, "<html>"))
                .willSetStateTo("up"));
        server.stubFor(get(PATH).inScenario("s").whenScenarioStateIs("up").willReturn(STRING));

        // When
        Schema schema = registry.schemaById(1);

        // Then
        assertThat(schema.getType()).isEqualTo(Schema.Type.STRING);
    }

    @Test
    void shouldGiveUpWhenThePatienceIsUsedUp() {
        // Given
        HttpSchemaRegistry giving = stub.client(StubbedRegistry.PATIENT.withPatience(ENOUGH_FOR_SEVERAL));
        server.stubFor(get("/schemas/ids/2").willReturn(STRING));
        giving.schemaById(2);
        server.stubFor(get(PATH).willReturn(error(500, 50001, "store is away")));

        // When
        Throwable thrown = catchThrowable(() -> giving.schemaById(1));

        // Then
        assertThat(thrown)
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining(server.baseUrl())
                .hasMessageContaining("store is away");
        server.verify(moreThan(1), getRequestedFor(urlEqualTo(PATH)));
    }

    @Test
    void shouldAskAgainAfterItHasGivenUp() {
        // Given
        server.stubFor(get(PATH).willReturn(aResponse().withStatus(503)));
        assertThatThrownBy(() -> impatient.schemaById(1)).isInstanceOf(RegistryUnavailableException.class);
        server.stubFor(get(PATH).willReturn(STRING));

        // When
        Schema schema = impatient.schemaById(1);

        // Then
        assertThat(schema.getType()).isEqualTo(Schema.Type.STRING);
    }

    @Test
    void shouldNotWaitForAnAnswerLongerThanTheRequestTimeout() {
        // Given
        server.stubFor(get(PATH).willReturn(STRING.but().withFixedDelay(20_000)));

        // When / Then
        assertThatThrownBy(() -> impatient.schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no answer within");
    }

    @Test
    void shouldNotWaitForTheRestOfAnAnswerEither() {
        // Given
        server.stubFor(get(PATH).willReturn(STRING.but().withChunkedDribbleDelay(5, 20_000)));

        // When / Then
        assertThatThrownBy(() -> impatient.schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("no answer within");
    }

    @Test
    void shouldRefuseAnAnswerThatIsTooLarge() {
        // Given
        server.stubFor(get(PATH).willReturn(aResponse().withBody(new byte[CappedBody.MAX_BYTES + 1])));

        // When / Then
        assertThatThrownBy(() -> impatient.schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("larger than 1048576 bytes");
    }

    @Test
    void shouldEndPromptlyWhenInterruptedAndKeepTheFlag() throws InterruptedException {
        // Given
        server.stubFor(get(PATH).willReturn(aResponse().withStatus(503)));
        RegistryTimeouts patient = new RegistryTimeouts(
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                Duration.ofHours(1),
                Duration.ofMinutes(1),
                Duration.ofMinutes(2));
        HttpSchemaRegistry waiting = new HttpSchemaRegistry(stub.config().withTimeouts(patient));
        Throwable[] thrown = new Throwable[1];
        boolean[] flag = new boolean[1];
        Thread waiter = new Thread(() -> {
            thrown[0] = catchThrowable(() -> waiting.schemaById(1));
            flag[0] = Thread.currentThread().isInterrupted();
        });
        waiter.start();

        // When
        waiter.interrupt();
        waiter.join(10_000);

        // Then
        assertThat(waiter.isAlive()).isFalse();
        assertThat(thrown[0]).isInstanceOf(RegistryUnavailableException.class).hasMessageContaining("interrupted");
        assertThat(flag[0]).isTrue();
    }

    @Test
    void shouldLogAnOutageOnceAtEachEnd() {
        // Given
        failTwiceWith(aResponse().withStatus(503));

        // When
        registry.schemaById(1);

        // Then
        assertThat(log.list)
                .extracting(ILoggingEvent::getMessage)
                .containsExactly("schema registry is away, waiting for it", "schema registry answers again");
    }

    @Test
    void shouldFailWhenNobodyListens() {
        // Given
        RegistryConfig nobody =
                RegistryConfig.of(URI.create("http://127.0.0.1:1")).withTimeouts(StubbedRegistry.IMPATIENT);

        // When / Then
        assertThatThrownBy(() -> new HttpSchemaRegistry(nobody).schemaById(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("http://127.0.0.1:1");
    }

    private void failTwiceWith(ResponseDefinitionBuilder failure) {
        server.stubFor(get(PATH)
                .inScenario("s")
                .whenScenarioStateIs(STARTED)
                .willReturn(failure)
                .willSetStateTo("2"));
        server.stubFor(get(PATH)
                .inScenario("s")
                .whenScenarioStateIs("2")
                .willReturn(failure)
                .willSetStateTo("up"));
        server.stubFor(get(PATH).inScenario("s").whenScenarioStateIs("up").willReturn(STRING));
    }
}
