package io.soakstream.schemas.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.serde.AvroSerdes;
import java.time.Instant;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Both handlers inside Kafka Streams. */
class DeadLetterTopologyTest {
    private static final byte[] KEY = {(byte) 0xff, 1};
    private static final byte[] GARBAGE = {9, 9, 9, 9, 9, 9};

    private final Serde<SoakEvent> serde = new AvroSerdes(new InMemorySchemaRegistry()).of(SoakEvent.class);
    private final TopologyTestDriver driver = driver();
    private final TestInputTopic<byte[], byte[]> in =
            driver.createInputTopic("in", new ByteArraySerializer(), new ByteArraySerializer());
    private final TestOutputTopic<byte[], byte[]> out =
            driver.createOutputTopic("out", new ByteArrayDeserializer(), new ByteArrayDeserializer());
    private final TestOutputTopic<byte[], byte[]> letters =
            driver.createOutputTopic("letters", new ByteArrayDeserializer(), new ByteArrayDeserializer());

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void shouldSetAsideBytesThatCannotBeDecodedAndGoOn() {
        // Given
        RecordHeaders trace = new RecordHeaders();
        trace.add("traceparent", "00-abc".getBytes(UTF_8));

        // When
        in.pipeInput(new TestRecord<>(KEY, GARBAGE, trace, Instant.ofEpochMilli(5)));
        in.pipeInput(KEY, event("good"));

        // Then
        TestRecord<byte[], byte[]> letter = letters.readRecord();
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(GARBAGE);
        assertThat(letter.timestamp()).isEqualTo(5);
        assertThat(header(letter, "traceparent")).isEqualTo("00-abc");
        assertThat(header(letter, "soak.error.code")).isEqualTo("bad_magic");
        assertThat(header(letter, "__streams.errors.exception")).endsWith("UndecodableRecordException");
        assertThat(header(letter, "__streams.errors.message")).contains("first byte is 9");
        assertThat(header(letter, "__streams.errors.topic")).isEqualTo("in");
        assertThat(header(letter, "__streams.errors.partition")).isEqualTo("0");
        assertThat(header(letter, "__streams.errors.offset")).isEqualTo("0");
        assertThat(header(letter, "__streams.errors.stacktrace")).contains("schemaId");
        assertThat(letters.isEmpty()).isTrue();
        assertThat(out.readValuesToList()).containsExactly(event("good"));
    }

    @Test
    void shouldSetAsideRecordsThatAProcessorFailsOnAndGoOn() {
        // When
        in.pipeInput(KEY, event("bug"));
        in.pipeInput(KEY, event("good"));

        // Then
        TestRecord<byte[], byte[]> letter = letters.readRecord();
        assertThat(letter.key()).isEqualTo(KEY);
        assertThat(letter.value()).isEqualTo(event("bug"));
        assertThat(header(letter, "soak.error.code")).isEqualTo("processing_failed");
        assertThat(header(letter, "__streams.errors.exception")).isEqualTo("java.lang.IllegalStateException");
        assertThat(out.readValuesToList()).containsExactly(event("good"));
    }

    @Test
    void shouldStopAndSetNothingAsideInAnOutage() {
        // When
        assertThatThrownBy(() -> in.pipeInput(KEY, event("outage")))
                .hasRootCauseInstanceOf(RegistryUnavailableException.class);

        // Then
        assertThat(letters.isEmpty()).isTrue();
    }

    private TopologyTestDriver driver() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream("in", Consumed.with(Serdes.ByteArray(), serde))
                .peek((key, event) -> failAsToldBy(event))
                .to("out", Produced.with(Serdes.ByteArray(), serde));
        Properties config = new Properties();
        config.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG, "test",
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1",
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG, DeadLetterHandler.class,
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, ProcessingDeadLetterHandler.class,
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG, "letters"));
        return new TopologyTestDriver(builder.build(), config);
    }

    private static void failAsToldBy(SoakEvent event) {
        if (event.getBot().equals("bug")) {
            throw new IllegalStateException("bug");
        }
        if (event.getBot().equals("outage")) {
            throw new RegistryUnavailableException("away");
        }
    }

    private byte[] event(String bot) {
        return serde.serializer()
                .serialize("in", SoakEvent.newBuilder().setBot(bot).build());
    }

    private static String header(TestRecord<byte[], byte[]> letter, String name) {
        Header header = letter.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), UTF_8);
    }
}
