package io.soakstream.schemas.registry;

import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static io.soakstream.schemas.registry.StubbedRegistry.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.WireFormat;
import io.soakstream.schemas.support.GoldenRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.Encoder;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Flink's coder for Confluent's registry, with Confluent's client and an Avro of its own, against our serdes. */
class FlinkCoderTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StubbedRegistry stub = new StubbedRegistry();

    @AfterEach
    void stop() {
        stub.close();
    }

    static List<GoldenRecord> records() {
        return GoldenRecord.all();
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldReadOursAndWriteThemAgainToTheByte(GoldenRecord golden) throws IOException {
        // Given
        answerWithTheSchemaOf(golden);
        ConfluentSchemaRegistryCoder coder = coder(golden);
        Serde<SpecificRecord> ours = ours(golden);
        byte[] written = ours.serializer().serialize(golden.topic(), golden.value());

        // When
        GenericRecord theirs = decode(coder, written);
        byte[] again = encode(coder, theirs);

        // Then
        assertThat(theirs).hasToString(golden.value().toString());
        assertThat(again).isEqualTo(written);
        assertThat(ours.deserializer().deserialize(golden.topic(), again)).isEqualTo(golden.value());
    }

    private void answerWithTheSchemaOf(GoldenRecord golden) {
        String schema = golden.value().getSchema().toString();
        String registered = JSON.createObjectNode()
                .put("id", GoldenRecord.SCHEMA_ID)
                .put("schema", schema)
                .toString();
        stub.server.stubFor(post(urlPathEqualTo("/subjects/" + subject(golden) + "/versions"))
                .willReturn(json(200, registered)));
        stub.server.stubFor(
                get(urlPathEqualTo("/schemas/ids/" + GoldenRecord.SCHEMA_ID)).willReturn(json(200, registered)));
    }

    private ConfluentSchemaRegistryCoder coder(GoldenRecord golden) {
        return new ConfluentSchemaRegistryCoder(
                subject(golden), new CachedSchemaRegistryClient(stub.server.baseUrl(), 10));
    }

    @SuppressWarnings("unchecked") // The class of a record is its type.
    private Serde<SpecificRecord> ours(GoldenRecord golden) {
        return new AvroSerdes(new HttpSchemaRegistry(RegistryConfig.of(URI.create(stub.server.baseUrl()))))
                .of((Class<SpecificRecord>) golden.value().getClass());
    }

    private static String subject(GoldenRecord golden) {
        return WireFormat.valueSubject(golden.topic());
    }

    private static GenericRecord decode(ConfluentSchemaRegistryCoder coder, byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        Schema writer = coder.readSchema(in);
        assertThat(in.available()).isEqualTo(bytes.length - WireFormat.HEADER_BYTES);
        return new GenericDatumReader<GenericRecord>(writer)
                .read(null, DecoderFactory.get().binaryDecoder(in, null));
    }

    private static byte[] encode(ConfluentSchemaRegistryCoder coder, GenericRecord value) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        coder.writeSchema(value.getSchema(), out);
        Encoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(value.getSchema()).write(value, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
