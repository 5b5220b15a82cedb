package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher script where it can be tried without building the project again. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("../soak");

    @TempDir
    Path directory;

    @Test
    void shouldEndWith70WhenTheBuildFails() throws Exception {
        // Given
        Path checkout = Files.createDirectories(directory.resolve("somebody's checkout"));
        Files.copy(LAUNCHER, checkout.resolve("soak"));
        Files.writeString(checkout.resolve("pom.xml"), "<project>this is not a project");

        // When
        Ended ended = run(checkout, "bash", "./soak", "--help");

        // Then
        assertThat(ended.exitCode()).isEqualTo(70);
        assertThat(ended.output()).contains("soak: the build failed", "soak-build.log");
    }

    @Test
    void shouldSayThatJavaIsMissing() throws Exception {
        // Given
        Files.copy(LAUNCHER, directory.resolve("soak"));

        // When
        Ended ended = run(directory, "/usr/bin/env", "-i", "PATH=" + toolsWithoutJava(), "bash", "./soak", "--help");

        // Then
        assertThat(ended.exitCode()).isEqualTo(70);
        assertThat(ended.output()).contains("no Java found");
    }

    @Test
    void shouldSatisfyShellcheck() throws Exception {
        // Given
        Tool shellcheck = Tool.require("shellcheck", "shellcheck");

        // When
        Ended ended =
                run(Path.of(".."), shellcheck.program().toString(), "soak", ".ci/run", "deploy/examples/curl-bot.sh");

        // Then
        assertThat(ended.output()).isEmpty();
        assertThat(ended.exitCode()).isZero();
    }

    /** A path with the tools that the launcher calls before it looks for Java, and nothing else. */
    private String toolsWithoutJava() throws IOException {
        Path tools = Files.createDirectory(directory.resolve("bin"));
        for (String tool : List.of("bash", "dirname", "readlink")) {
            for (String place : System.getenv("PATH").split(":")) {
                Path found = Path.of(place, tool);
                if (Files.isExecutable(found) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), found);
                }
            }
        }
        return tools.toString();
    }

    /** What a process ended with and printed. */
    private record Ended(int exitCode, String output) {}

    private static Ended run(Path where, String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES))
                .as("the process has ended")
                .isTrue();
        return new Ended(process.exitValue(), output);
    }
}
