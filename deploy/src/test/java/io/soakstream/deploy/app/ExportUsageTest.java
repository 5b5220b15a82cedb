package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportUsageTest {
    @TempDir
    Path directory;

    @Test
    void shouldRefuseToExportWhatIsNotJudged() {
        // When
        Cli.Ended ended = Cli.run(
                "run",
                "--mock",
                "--iterations",
                "3",
                "--policy",
                "release",
                "--out",
                directory.resolve("soak").toString(),
                "--gate-summary",
                directory.resolve("gates.json").toString());

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("add --policy soak-72h");
        assertThat(directory).isEmptyDirectory();
    }
}
