package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.schemas.registry.Compatibility;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.IncompatibleSchemaException;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.UnknownSchemaException;
import java.net.URI;
import java.util.UUID;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** Our registry client against a real registry. */
class RegistryClientIT {
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
        return new HttpSchemaRegistry(
                RegistryConfig.of(URI.create(SharedCluster.get().registryUrl())));
    }
}
