package io.soakstream.schemas.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path directory;

    @Test
    void shouldReplaceTheContentAndLeaveNothingBehind() throws IOException {
        // Given
        Path file = directory.resolve("a.json");
        Files.writeString(file, "old and longer");

        // When
        AtomicFile.write(file, bytes("new"));

        // Then
        assertThat(file).hasContent("new");
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void shouldKeepPermissionsAndLinks() throws IOException {
        // Given
        Path file = directory.resolve("a.json");
        Files.writeString(file, "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r--"));
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), file);

        // When
        AtomicFile.write(link, bytes("new"));

        // Then
        assertThat(link).isSymbolicLink();
        assertThat(file).hasContent("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-rw-r--");
    }

    @Test
    void shouldClearWhatAKilledProcessLeft() throws IOException {
        // Given
        Path file = directory.resolve("a.json");
        Files.writeString(file, "old");
        Files.writeString(directory.resolve(".a.json.1234.soakstream-tmp"), "hal");
        Files.writeString(directory.resolve(".b.json.1234.soakstream-tmp"), "another's");

        // When
        AtomicFile.clearLeftovers(file);

        // Then
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("a.json", ".b.json.1234.soakstream-tmp");
        }
    }

    @Test
    void shouldKeepTheOldContentIfTheNewCannotBeWritten() {
        // When // Then
        assertThatThrownBy(() -> AtomicFile.write(directory.resolve("no/such/a.json"), bytes("new")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void shouldNeverShowAPart() throws Exception {
        // Given
        Path file = directory.resolve("a.json");
        String[] contents = {"1".repeat(20_000), "2".repeat(10), "3".repeat(30_000)};
        AtomicFile.write(file, bytes(contents[0]));
        AtomicBoolean done = new AtomicBoolean();
        CompletableFuture<Set<String>> seen = CompletableFuture.supplyAsync(() -> readAll(file, done));

        // When
        for (int round = 0; round < 90; round++) {
            AtomicFile.write(file, bytes(contents[round % contents.length]));
        }
        done.set(true);

        // Then
        assertThat(seen.get()).isSubsetOf(contents);
    }

    private static Set<String> readAll(Path file, AtomicBoolean done) {
        Set<String> seen = new TreeSet<>();
        while (!done.get()) {
            try {
                seen.add(Files.readString(file));
            } catch (IOException missing) {
                seen.add("there was no file: " + missing);
            }
        }
        return seen;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
