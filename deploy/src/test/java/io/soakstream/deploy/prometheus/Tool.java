package io.soakstream.deploy.prometheus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program of the machine that a test needs. */
public record Tool(Path program) {

    /** What a program ended with and printed. */
    public record Ended(int exitCode, String output) {}

    /** Skips the test, and says so, where the program is not installed. */
    public static Tool require(String name, String debianPackage) {
        Optional<Path> found = Arrays.stream(System.getenv("PATH").split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst();
        if (found.isEmpty()) {
            String why = "skipped: " + name + " is not installed (Debian package " + debianPackage + ")";
            System.out.println(why);
            Assumptions.abort(why);
        }
        return new Tool(found.orElseThrow());
    }

    public Ended run(String... arguments) throws IOException, InterruptedException {
        List<String> line = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), output);
    }

    /** Starts it and lets it run; what it prints goes to the file. */
    public Process start(Path log, String... arguments) throws IOException {
        List<String> line = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        return new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }
}
