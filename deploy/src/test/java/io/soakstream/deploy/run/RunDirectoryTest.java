package io.soakstream.deploy.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
    @TempDir
    private Path latest;

    @Test
    void shouldClearTheFilesOfAnEarlierSoakAndNothingElse() throws IOException {
        // Given
        Files.writeString(latest.resolve("ITER_SUMMARY_37.json"), "{}");
        Files.writeString(latest.resolve("TUNING_REPORT.json"), "{}");
        Files.writeString(latest.resolve("runtime_overrides.json"), "{}");
        Files.writeString(latest.resolve("ITER_SUMMARY_1.json.mine"), "{}");

        // When
        try (RunDirectory directory = RunDirectory.shared(latest)) {
            directory.clear();
        }

        // Then
        assertThat(latest.resolve("ITER_SUMMARY_37.json")).doesNotExist();
        assertThat(latest.resolve("TUNING_REPORT.json")).doesNotExist();
        assertThat(latest.resolve("runtime_overrides.json")).exists();
        assertThat(latest.resolve("ITER_SUMMARY_1.json.mine")).exists();
    }

    @Test
    void shouldRefuseADirectoryThatAnotherSoakWritesInto() throws IOException {
        // Given
        try (RunDirectory first = RunDirectory.shared(latest)) {
            first.write("ITER_SUMMARY_1.json", "{}".getBytes(UTF_8));

            // When // Then
            assertThatThrownBy(() -> RunDirectory.shared(latest))
                    .isInstanceOf(DirectoryInUseException.class)
                    .hasMessageContaining(latest.toString())
                    .hasMessageContaining("another soak writes there");
            assertThat(latest.resolve("ITER_SUMMARY_1.json")).exists();
        }
        RunDirectory.shared(latest).close();
    }

    @Test
    void shouldKeepIsolatedSoaksApartAndPutTheirFilesInThePlaceOfTheLastOnes() throws IOException {
        // Given
        Files.writeString(latest.resolve("ITER_SUMMARY_9.json"), "old");

        try (RunDirectory one = RunDirectory.isolated(latest, "RUN_1");
                RunDirectory two = RunDirectory.isolated(latest, "RUN_2")) {
            one.write("ITER_SUMMARY_1.json", "one".getBytes(UTF_8));
            two.write("ITER_SUMMARY_1.json", "two".getBytes(UTF_8));
            two.write("ITER_SUMMARY_2.json", "two".getBytes(UTF_8));

            // When
            two.publish();
            one.publish();
        }

        // Then
        assertThat(latest.resolve("ITER_SUMMARY_1.json")).hasContent("one");
        assertThat(latest.resolve("ITER_SUMMARY_2.json")).doesNotExist();
        assertThat(latest.resolve("ITER_SUMMARY_9.json")).doesNotExist();
        assertThat(latest.resolve("RUN_1").resolve("ITER_SUMMARY_1.json")).hasContent("one");
        assertThat(latest.resolve("RUN_2").resolve("ITER_SUMMARY_2.json")).hasContent("two");
    }

    @Test
    void shouldNotPublishOverASoakThatIsUnderWay() throws IOException {
        // Given
        try (RunDirectory underWay = RunDirectory.shared(latest);
                RunDirectory isolated = RunDirectory.isolated(latest, "RUN_1")) {
            underWay.write("ITER_SUMMARY_1.json", "its own".getBytes(UTF_8));
            isolated.write("ITER_SUMMARY_1.json", "another".getBytes(UTF_8));

            // When // Then
            assertThatThrownBy(isolated::publish).isInstanceOf(DirectoryInUseException.class);
            assertThat(latest.resolve("ITER_SUMMARY_1.json")).hasContent("its own");
        }
    }
}
