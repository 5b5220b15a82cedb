package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.IncompatibleSchemaException;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.SchemaRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRegistryIT {
    private static final Schema ONE =
            SchemaBuilder.record("R").fields().optionalInt("one").endRecord();
    private static final Schema TWO = SchemaBuilder.record("R")
            .fields()
            .optionalInt("one")
            .requiredInt("two")
            .endRecord();
    private static final Schema OTHER =
            SchemaBuilder.record("Other").fields().optionalInt("one").endRecord();

    @TempDir
    private Path dir;

    @Test
    void shouldRefuseIncompatibleSchemasFromTheStart() {
        // Given
        long begin = System.nanoTime();
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(dir)) {
            System.out.println("registry started in " + (System.nanoTime() - begin) / 1_000_000 + " ms");
            SchemaRegistry client = client(registry.url());

            // When
            client.register("subject", ONE);

            // Then
            assertThatThrownBy(() -> client.register("subject", TWO)).isInstanceOf(IncompatibleSchemaException.class);
        }
    }

    @Test
    void shouldNeverGiveAnIdTwiceWhenKilledAfterAnAnswer() {
        // Given
        int one;
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(dir)) {
            one = client(registry.url()).register("subject", ONE);

            // When
            registry.process().destroyForcibly();
        }

        // Then
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(dir)) {
            SchemaRegistry client = client(registry.url());
            assertThat(client.schemaById(one)).isEqualTo(ONE);
            assertThat(client.register("other", OTHER)).isNotEqualTo(one);
            assertThat(client.register("subject", ONE)).isEqualTo(one);
        }
    }

    @Test
    void shouldWorkInADirectoryWithAnAwkwardName() {
        // Given
        Path awkward = dir.resolve("it's; a $HOME ${x} dir");

        // When
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(awkward)) {
            int id = client(registry.url()).register("subject", ONE);

            // Then
            assertThat(id).isPositive();
            assertThat(awkward.resolve("registry.mv.db")).exists();
        }
    }

    @Test
    void shouldSayWhyWhenItEnds() throws IOException {
        // Given
        Files.writeString(dir.resolve("registry.mv.db"), "not a database");

        // When
        // Then
        assertThatThrownBy(() -> EmbeddedRegistry.start(dir))
                .isInstanceOf(LocalStartException.class)
                .hasMessageContaining("the schema registry cannot start: it ended with status")
                .hasMessageContaining("registry.log");
    }

    @Test
    void shouldAnswerAfterCtrlCUntilItsOwnerIsDone() throws Exception {
        // Given
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(dir)) {
            String pid = Long.toString(registry.process().pid());

            // When
            int sent = new ProcessBuilder("/bin/sh", "-c", "kill -INT " + pid)
                    .start()
                    .waitFor();

            // Then
            assertThat(sent).isZero();
            await().during(Duration.ofSeconds(1)).until(registry.process()::isAlive);
            assertThat(client(registry.url()).register("subject", ONE)).isPositive();
        }
    }

    @Test
    void shouldEndWhenClosed() {
        // Given
        EmbeddedRegistry registry = EmbeddedRegistry.start(dir);

        // When
        registry.close();
        registry.close();

        // Then
        assertThat(registry.process().isAlive()).isFalse();
    }

    /** A new one at every call: the cache of another would hide what a restart lost. */
    private static SchemaRegistry client(String url) {
        return new HttpSchemaRegistry(RegistryConfig.of(URI.create(url)));
    }
}
