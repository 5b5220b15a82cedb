package io.soakstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class InMemorySchemaRegistryTest {
    private static final Schema WITH_INT = SchemaBuilder.record("A")
            .fields()
            .name("a")
            .type()
            .intType()
            .intDefault(0)
            .endRecord();
    private static final Schema EMPTY = SchemaBuilder.record("A").fields().endRecord();
    private static final Schema WITH_STRING = SchemaBuilder.record("A")
            .fields()
            .name("a")
            .type()
            .stringType()
            .stringDefault("")
            .endRecord();
    private static final Schema REQUIRED =
            SchemaBuilder.record("A").fields().requiredInt("b").endRecord();

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void shouldGiveEqualSchemasOneIdInAllSubjects() {
        // When
        int first = registry.register("a-value", WITH_INT);
        int same = registry.register("b-value", new Schema.Parser().parse(WITH_INT.toString()));
        int other = registry.register("a-value", EMPTY);

        // Then
        assertThat(first).isEqualTo(1).isEqualTo(same);
        assertThat(other).isEqualTo(2);
        assertThat(registry.schemaById(1)).isEqualTo(WITH_INT);
    }

    @Test
    void shouldNotKnowWhatNobodyRegistered() {
        assertThatThrownBy(() -> registry.schemaById(1)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> registry.schemaById(-1)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void shouldRefuseByDefaultWhatCannotReadTheLatest() {
        // Given
        registry.register("a-value", WITH_INT);

        // When / Then
        assertThat(registry.isCompatible("a-value", EMPTY)).isTrue();
        assertThatThrownBy(() -> registry.register("a-value", REQUIRED))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining("a-value");
    }

    @Test
    void shouldLookAtAllVersionsOnlyUnderATransitiveRule() {
        // Given
        registry.register("a-value", WITH_INT);
        registry.register("a-value", EMPTY);

        // When
        boolean latestOnly = registry.isCompatible("a-value", WITH_STRING);
        registry.setCompatibility("a-value", Compatibility.FULL_TRANSITIVE);
        boolean all = registry.isCompatible("a-value", WITH_STRING);

        // Then
        assertThat(latestOnly).isTrue();
        assertThat(all).isFalse();
    }

    @Test
    void shouldAskOldReadersToo() {
        // Given
        registry.register("a-value", EMPTY);

        // When
        registry.setCompatibility("a-value", Compatibility.FORWARD);
        boolean forward = registry.isCompatible("a-value", REQUIRED);
        registry.setCompatibility("a-value", Compatibility.FULL);
        boolean full = registry.isCompatible("a-value", REQUIRED);
        registry.setCompatibility("a-value", Compatibility.NONE);
        boolean none = registry.isCompatible("a-value", Schema.create(Schema.Type.INT));

        // Then
        assertThat(forward).isTrue();
        assertThat(full).isFalse();
        assertThat(none).isTrue();
    }
}
