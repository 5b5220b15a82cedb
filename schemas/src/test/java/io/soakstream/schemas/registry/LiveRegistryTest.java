package io.soakstream.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Against a registry that runs: {@code -Dsoak.test.registry=http://127.0.0.1:8080/apis/ccompat/v7}. */
@EnabledIfSystemProperty(named = "soak.test.registry", matches = ".+", disabledReason = "no registry was named")
class LiveRegistryTest {
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

    private final String subject = "live " + UUID.randomUUID();
    private final HttpSchemaRegistry registry = client();

    @Test
    void shouldGiveASchemaTheSameIdForEver() {
        // When
        int first = registry.register(subject, WITH_INT);
        int again = client().register(subject, WITH_INT);

        // Then
        assertThat(again).isEqualTo(first);
        assertThat(client().schemaById(first)).isEqualTo(WITH_INT);
    }

    @Test
    void shouldHoldATransitiveRuleAgainstVersionsBeforeTheLatest() {
        // Given
        registry.register(subject, WITH_INT);
        registry.setCompatibility(subject, Compatibility.FULL_TRANSITIVE);
        registry.register(subject, EMPTY);

        // When
        boolean compatible = registry.isCompatible(subject, WITH_STRING);

        // Then
        assertThat(compatible).isFalse();
        assertThatThrownBy(() -> registry.register(subject, WITH_STRING))
                .isInstanceOf(IncompatibleSchemaException.class)
                .hasMessageContaining(subject);
    }

    @Test
    void shouldKnowWhatIsNotThere() {
        // When
        boolean compatible = registry.isCompatible(subject, WITH_INT);

        // Then
        assertThat(compatible).isTrue();
        assertThatThrownBy(() -> registry.schemaById(Integer.MAX_VALUE)).isInstanceOf(UnknownSchemaException.class);
    }

    private static HttpSchemaRegistry client() {
        return new HttpSchemaRegistry(RegistryConfig.of(URI.create(System.getProperty("soak.test.registry"))));
    }
}
