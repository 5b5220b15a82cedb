package io.soakstream.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** FULL_TRANSITIVE without a registry: today's programs and those of every release read each other's records. */
class SchemaCompatibilityTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Arguments> releasedAndCurrent() {
        Map<String, Schema> current = PublicSchemas.currentWithNested();
        return PublicSchemas.releases().stream().flatMap(release -> PublicSchemas.released(release).values().stream()
                .map(schema ->
                        Arguments.of(release.getFileName().toString(), schema, current.get(schema.getFullName()))));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("releasedAndCurrent")
    void shouldStayCompatibleWithEveryRelease(String release, Schema released, Schema current) {
        assertThat(current)
                .as("%s of %s still exists", released.getFullName(), release)
                .isNotNull();
        assertThat(PublicSchemas.conflicts(current, released)).isEmpty();
    }

    @Test
    void shouldHoldAWholeSetOfSchemasInEveryRelease() {
        assertThat(PublicSchemas.releases()).isNotEmpty();
        for (Path release : PublicSchemas.releases()) {
            assertThat(PublicSchemas.released(release).keySet())
                    .contains("SoakEvent", "TuningDecision", "RuntimeOverrides")
                    .contains("DeltaApplication", "Verdict", "NotificationRecord");
        }
    }

    @Test
    void shouldRefuseAFieldThatLosesItsDefault() throws IOException {
        // Given: a default lost by a field that an older release does not have
        Schema older = changed(fields -> fields.remove(0));
        Schema newer = changed(fields -> ((ObjectNode) fields.get(0)).remove("default"));

        // Then
        assertThat(PublicSchemas.conflicts(newer, older)).isNotEmpty();
    }

    @Test
    void shouldRefuseAFieldWithoutDefaultThatIsAdded() throws IOException {
        // Given
        Schema newer = changed(fields -> fields.addObject().put("name", "added").put("type", "int"));

        // Then
        assertThat(PublicSchemas.conflicts(newer, Verdict.getClassSchema())).isNotEmpty();
    }

    @Test
    void shouldRefuseAFieldThatChangesItsType() throws IOException {
        // Given
        Schema newer = changed(
                fields -> ((ObjectNode) fields.get(0)).put("type", "int").put("default", 0));

        // Then
        assertThat(PublicSchemas.conflicts(newer, Verdict.getClassSchema())).isNotEmpty();
    }

    @Test
    void shouldAllowAFieldWithDefaultThatIsAdded() throws IOException {
        // Given
        Schema newer = changed(fields ->
                fields.addObject().put("name", "added").put("type", "int").put("default", 0));

        // Then
        assertThat(PublicSchemas.conflicts(newer, Verdict.getClassSchema())).isEmpty();
    }

    private static Schema changed(Consumer<ArrayNode> change) throws IOException {
        JsonNode json = JSON.readTree(Verdict.getClassSchema().toString());
        change.accept((ArrayNode) json.get("fields"));
        return new Schema.Parser().parse(json.toString());
    }
}
