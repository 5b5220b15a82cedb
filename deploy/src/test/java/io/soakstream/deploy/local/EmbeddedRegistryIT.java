package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.soakstream.schemas.registry.IncompatibleSchemaException;
import java.io.IOException;
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
            PlainRegistryClient client = new PlainRegistryClient(registry.url());

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
            one = new PlainRegistryClient(registry.url()).register("subject", ONE);

            // When
            registry.process().destroyForcibly();
        }

        // Then
        try (EmbeddedRegistry registry = EmbeddedRegistry.start(dir)) {
            PlainRegistryClient client = new PlainRegistryClient(registry.url());
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
            int id = new PlainRegistryClient(registry.url()).register("subject", ONE);

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
            assertThat(new PlainRegistryClient(registry.url()).register("subject", ONE))
                    .isPositive();
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
}
