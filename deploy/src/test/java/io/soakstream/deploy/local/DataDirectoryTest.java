package io.soakstream.deploy.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {
    @TempDir
    private Path dir;

    @Test
    void shouldRefuseASecondUser() {
        // Given
        try (DataDirectory first = DataDirectory.open(dir, true)) {
            // When
            // Then
            assertThatThrownBy(() -> DataDirectory.open(first.path(), true))
                    .isInstanceOf(LocalStartException.class)
                    .hasMessageContaining(
                            "is in use by process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void shouldBeFreeAgainAfterClose() {
        // Given
        DataDirectory.open(dir, true).close();

        // When
        try (DataDirectory again = DataDirectory.open(dir, true)) {
            // Then
            assertThat(again.path()).isDirectory();
        }
    }

    @Test
    void shouldKeepItsData() throws IOException {
        // Given
        DataDirectory data = DataDirectory.open(dir, true);
        Files.createDirectories(data.broker());

        // When
        data.close();

        // Then
        assertThat(data.broker()).exists();
    }

    @Test
    void shouldDeleteItsOwnFilesOnly() throws IOException {
        // Given
        Path foreign = Files.writeString(dir.resolve("notes.txt"), "mine");
        DataDirectory data = DataDirectory.open(dir, false);
        Files.writeString(Files.createDirectories(data.broker()).resolve("log"), "records");

        // When
        data.close();

        // Then
        assertThat(dir).isDirectoryContaining(foreign::equals);
        assertThat(data.broker()).doesNotExist();
    }

    @Test
    void shouldDeleteTheDirectoryWhenAllOfItWasIts() {
        // Given
        DataDirectory data = DataDirectory.open(dir.resolve("run"), false);

        // When
        data.close();

        // Then
        assertThat(data.path()).doesNotExist();
    }

    @Test
    void shouldSayThatAFileIsNoDirectory() throws IOException {
        // Given
        Path file = Files.writeString(dir.resolve("file"), "");

        // When
        // Then
        assertThatThrownBy(() -> DataDirectory.open(file, true))
                .isInstanceOf(LocalStartException.class)
                .hasMessageContaining(file.toString());
    }
}
