package io.soakstream.deploy.interop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.GoldenRecord;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Confluent's serializers for JavaScript against ours, on a real registry. */
class JavaScriptSerdesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final JavaScriptClient client = new JavaScriptClient();
    private final String registryUrl = SharedCluster.get().registryUrl();
    private final SchemaRegistry registry = new HttpSchemaRegistry(RegistryConfig.of(URI.create(registryUrl)));

    @Test
    void shouldReadEveryRecordAndWriteItAgainToTheByte() throws Exception {
        client.assumeThere(JavaScriptSerdesIT.class);
        // Given
        List<GoldenRecord> records = GoldenRecord.all();
        List<String> wireBytes = records.stream().map(this::hex).toList();
        String input = records.stream()
                .map(golden -> golden.topic() + " " + hex(golden) + "\n")
                .collect(Collectors.joining());

        // When
        List<String> lines = client.node(input, "rewrite.js", registryUrl);

        // Then
        assertThat(lines).hasSameSizeAs(records);
        for (int index = 0; index < lines.size(); index++) {
            JsonNode theirs = JSON.readTree(lines.get(index));
            assertThat(theirs.get("hex").asText()).isEqualTo(wireBytes.get(index));
            assertThat(Canonical.of(theirs.get("value").toString()))
                    .isEqualTo(Canonical.of(records.get(index).value()));
        }
    }

    @Test
    void shouldGetTheIdThatWeGet() throws Exception {
        client.assumeThere(JavaScriptSerdesIT.class);
        // Given
        String subject = "javascript " + UUID.randomUUID();
        Schema schema = SoakEvent.getClassSchema();

        // When
        List<String> theirs = client.node(schema.toString(), "register.js", registryUrl, subject);
        int ours = registry.register(subject, schema);

        // Then
        assertThat(theirs).containsExactly(Integer.toString(ours));
    }

    @SuppressWarnings("unchecked") // The class of a record is its type.
    private String hex(GoldenRecord golden) {
        Class<SpecificRecord> type = (Class<SpecificRecord>) golden.value().getClass();
        byte[] bytes = new AvroSerdes(registry).of(type).serializer().serialize(golden.topic(), golden.value());
        return HexFormat.of().formatHex(bytes);
    }
}
