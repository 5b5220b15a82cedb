package io.soakstream.schemas.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.registry.RegistryAuthenticationException;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.serde.UndecodableRecordException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DeadLetterHandlerTest {
    private static final byte[] KEY = {1};
    private static final byte[] VALUE = {2};

    private final Headers original = new RecordHeaders();
    private final DeadLetterHandler handler = new DeadLetterHandler();
    private final ProcessingDeadLetterHandler processing = new ProcessingDeadLetterHandler();

    @BeforeEach
    void configure() {
        Map<String, ?> config = Map.of("errors.dead.letter.queue.topic.name", "letters");
        handler.configure(config);
        processing.configure(config);
    }

    static Stream<Exception> bytesToBlame() {
        return Stream.of(
                new UndecodableRecordException("bad_avro", "cut", new EOFException()),
                new StreamsException(new UndecodableRecordException("truncated", "cut", null)),
                new SerializationException("a key of 3 bytes is no long"));
    }

    static Stream<Exception> worldToBlame() {
        return Stream.of(
                new RegistryUnavailableException("away"),
                new SerializationException("wrapped", new RegistryUnavailableException("away")),
                new StreamsException(new RegistryAuthenticationException("401")),
                new RuntimeException(new IOException("reset")),
                interrupted());
    }

    /** To make one interrupts whoever makes it, which is not the thread of the test. */
    private static InterruptException interrupted() {
        InterruptException made = new InterruptException("stop");
        Thread.interrupted();
        return made;
    }

    @ParameterizedTest
    @MethodSource("bytesToBlame")
    void shouldGoOnWhereTheBytesAreToBlame(Exception exception) {
        // When
        DeserializationExceptionHandler.Response response = handle(exception, context("in", 7));

        // Then
        assertThat(response.result()).isEqualTo(DeserializationExceptionHandler.Result.RESUME);
        assertThat(response.deadLetterQueueRecords()).singleElement().satisfies(letter -> {
            assertThat(letter.topic()).isEqualTo("letters");
            assertThat(letter.key()).isEqualTo(KEY);
            assertThat(letter.value()).isEqualTo(VALUE);
        });
    }

    @ParameterizedTest
    @MethodSource("worldToBlame")
    void shouldStopWhereTheWorldIsToBlame(Exception exception) {
        // When
        DeserializationExceptionHandler.Response reading = handle(exception, context("in", 7));
        ProcessingExceptionHandler.Response processed = processing.handleError(context("in", 7), null, exception);

        // Then
        assertThat(reading.result()).isEqualTo(DeserializationExceptionHandler.Result.FAIL);
        assertThat(reading.deadLetterQueueRecords()).isEmpty();
        assertThat(processed.result()).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        assertThat(processed.deadLetterQueueRecords()).isEmpty();
    }

    @Test
    void shouldStopAtFailuresOfADeserializerThatItDoesNotKnow() {
        assertThat(handle(new SecurityException("class"), context("in", 7)).result())
                .isEqualTo(DeserializationExceptionHandler.Result.FAIL);
    }

    @Test
    void shouldBlameARecordOnlyForExceptionsOfProcessors() {
        assertThat(process(new IllegalStateException(), "in")).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
        assertThat(process(new SerializationException(), "in")).isEqualTo(ProcessingExceptionHandler.Result.RESUME);
        assertThat(process(new KafkaException(), "in")).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        assertThat(process(new RuntimeException(new OutOfMemoryError()), "in"))
                .isEqualTo(ProcessingExceptionHandler.Result.FAIL);
        assertThat(process(new IllegalStateException(), null)).isEqualTo(ProcessingExceptionHandler.Result.FAIL);
    }

    @Test
    void shouldCutLongTextsAndReplaceHeadersOfAnEarlierFailure() {
        // Given
        original.add("soak.error.code", "old".getBytes(UTF_8)).add("mine", null);
        Exception verbose = new UndecodableRecordException("bad_avro", "x".repeat(100_000), null);

        // When
        ProducerRecord<byte[], byte[]> letter =
                handle(verbose, context("in", -1)).deadLetterQueueRecords().get(0);

        // Then
        assertThat(letter.headers().lastHeader("__streams.errors.stacktrace").value())
                .hasSize(DeadLetters.MAX_STACKTRACE_BYTES);
        assertThat(letter.headers().lastHeader("__streams.errors.message").value())
                .hasSize(DeadLetters.MAX_MESSAGE_BYTES);
        assertThat(letter.headers().headers("soak.error.code"))
                .singleElement()
                .satisfies(header -> assertThat(header.value()).isEqualTo("bad_avro".getBytes(UTF_8)));
        assertThat(letter.headers().lastHeader("mine").value()).isNull();
        assertThat(letter.timestamp()).isNull();
    }

    @Test
    void shouldMakeHeadersForARejectWithoutException() {
        // Given
        original.add("traceparent", "00-abc".getBytes(UTF_8));

        // When
        Headers headers = DeadLetters.headers(original, "late", "iteration 3 after 9", "in", 2, 42);

        // Then
        assertThat(headers.toArray())
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .containsExactlyInAnyOrder(
                        "traceparent=00-abc",
                        "soak.error.code=late",
                        "__streams.errors.message=iteration 3 after 9",
                        "__streams.errors.topic=in",
                        "__streams.errors.partition=2",
                        "__streams.errors.offset=42");
    }

    @Test
    void shouldNotStartWithoutADeadLetterTopic() {
        assertThatThrownBy(() -> new DeadLetterHandler().configure(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("errors.dead.letter.queue.topic.name");
    }

    @Test
    void shouldEndAtACircleOfCauses() {
        // Given
        Exception one = new Exception("one");
        Exception two = new Exception("two", one);
        one.initCause(two);

        // When
        boolean found = new CauseChain(one).contains(Error.class);

        // Then
        assertThat(found).isFalse();
    }

    private DeserializationExceptionHandler.Response handle(Exception exception, ErrorHandlerContext context) {
        return handler.handleError(context, new ConsumerRecord<>("in", 0, 7, KEY, VALUE), exception);
    }

    private ProcessingExceptionHandler.Result process(Exception exception, String topic) {
        return processing.handleError(context(topic, 7), null, exception).result();
    }

    private ErrorHandlerContext context(String topic, long timestampMs) {
        return new DefaultErrorHandlerContext(
                null, topic, 0, 7, original, "node", new TaskId(0, 0), timestampMs, KEY, VALUE);
    }
}
