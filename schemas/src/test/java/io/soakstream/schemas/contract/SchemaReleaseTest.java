package io.soakstream.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Writes the copies that {@link SchemaCompatibilityTest} checks against, once per release: {@code mvn -pl schemas test
 * -Dtest=SchemaReleaseTest -Dsoak.release.schemas=VERSION}. What was released is never written again.
 */
@EnabledIfSystemProperty(named = "soak.release.schemas", matches = ".+", disabledReason = "only for a release")
class SchemaReleaseTest {
    @Test
    void shouldWriteTheSchemasOfARelease() throws IOException {
        // Given
        Path release = PublicSchemas.RELEASED.resolve(System.getProperty("soak.release.schemas"));
        assertThat(release).doesNotExist();

        // When
        Files.createDirectories(release);
        for (Schema schema : PublicSchemas.current()) {
            Files.writeString(
                    release.resolve(schema.getName() + ".avsc"), SchemaFormatter.format("json/pretty", schema) + "\n");
        }

        // Then
        assertThat(PublicSchemas.released(release).values())
                .containsExactlyInAnyOrderElementsOf(PublicSchemas.current());
    }
}
