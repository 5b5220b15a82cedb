package io.soakstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** What today's programs make of records of tomorrow's. */
class SchemaEvolutionTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void shouldReadAKindOfEventThatIsNotKnownYetAsOneWithoutBody() throws IOException {
        // Given
        Schema newer = withField(
                SoakEvent.getClassSchema(),
                "{\"name\":\"heartbeat\",\"default\":null,\"type\":[\"null\",{\"type\":\"record\",\"name\":\"Heartbeat\","
                        + "\"fields\":[{\"name\":\"beat\",\"type\":\"int\",\"default\":0}]}]}");
        Schema heartbeat = newer.getField("heartbeat").schema().getTypes().get(1);
        GenericRecord event = new GenericRecordBuilder(newer)
                .set("bot", "b")
                .set("run", "r")
                .set(
                        "heartbeat",
                        new GenericRecordBuilder(heartbeat).set("beat", 7).build())
                .build();

        // When
        SoakEvent read = read(SoakEvent.class, event);

        // Then
        assertThat(read)
                .isEqualTo(SoakEvent.newBuilder().setBot("b").setRun("r").build());
        assertThat(registry.isCompatible("soak.events.v1-value", SoakEvent.getClassSchema()))
                .isTrue();
    }

    @Test
    void shouldReadAnEnumSymbolThatIsNotKnownYetAsUnknown() throws IOException {
        // Given
        JsonNode json = JSON.readTree(RunStarted.getClassSchema().toString());
        json.findParents("symbols").stream()
                .filter(type -> type.path("name").asText().equals("RunMode"))
                .forEach(type -> ((ArrayNode) type.get("symbols")).add("TELEPATHIC"));
        Schema newer = new Schema.Parser().parse(json.toString());
        Schema mode = newer.getField("mode").schema();
        GenericRecord started = new GenericRecordBuilder(newer)
                .set("mode", new GenericData.EnumSymbol(mode, "TELEPATHIC"))
                .build();

        // When
        RunStarted read = read(RunStarted.class, started);

        // Then
        assertThat(read.getMode()).isEqualTo(RunMode.UNKNOWN);
    }

    @Test
    void shouldTakeARecordOfAnotherTypeForUndecodable() throws IOException {
        // Given
        Schema other = new Schema.Parser()
                .parse("{\"type\":\"record\",\"name\":\"SoakEvent\",\"namespace\":\"io.soakstream.schemas.contract\","
                        + "\"fields\":[{\"name\":\"bot\",\"type\":\"int\"}]}");
        GenericRecord record = new GenericRecordBuilder(other).set("bot", 1).build();

        // When / Then
        assertThatThrownBy(() -> read(SoakEvent.class, record))
                .isInstanceOf(UndecodableRecordException.class)
                .extracting("code")
                .isEqualTo("incompatible_schema");
    }

    private <T extends SpecificRecord> T read(Class<T> type, GenericRecord written) throws IOException {
        int id = registry.register("written-value", written.getSchema());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeByte(WireFormat.MAGIC);
        out.writeInt(id);
        BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(written.getSchema()).write(written, encoder);
        return new AvroSerdes(registry).of(type).deserializer().deserialize("written", bytes.toByteArray());
    }

    private static Schema withField(Schema schema, String field) throws IOException {
        JsonNode json = JSON.readTree(schema.toString());
        ((ArrayNode) json.get("fields")).add(JSON.readTree(field));
        return new Schema.Parser().parse(json.toString());
    }
}
