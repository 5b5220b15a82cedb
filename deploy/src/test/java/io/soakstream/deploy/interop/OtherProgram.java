package io.soakstream.deploy.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs programs that are not ours.
 *
 * @param workingDirectory where they run
 */
record OtherProgram(Path workingDirectory) {
    private static final int PATIENCE_SECONDS = 180;

    static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    /**
     * What a program writes to its standard output.
     *
     * @throws AssertionError it does not end in time, or ends with anything but 0: with what it wrote to standard error
     */
    byte[] run(String standardInput, List<String> command) throws IOException, InterruptedException {
        // Files and not pipes: a program that hangs would hang the test that reads from it.
        Path in = temporary(".in");
        Path out = temporary(".out");
        Path errors = temporary(".err");
        Files.writeString(in, standardInput);
        Process process = new ProcessBuilder(command)
                .directory(workingDirectory.toFile())
                .redirectInput(in.toFile())
                .redirectOutput(out.toFile())
                .redirectError(errors.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended)
                .as("%s ends within %d s: %s", command, PATIENCE_SECONDS, Files.readString(errors))
                .isTrue();
        assertThat(process.exitValue())
                .as("%s: %s", command, Files.readString(errors))
                .isZero();
        return Files.readAllBytes(out);
    }

    private static Path temporary(String suffix) {
        try {
            Path file = Files.createTempFile("other-program", suffix);
            file.toFile().deleteOnExit();
            return file;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
