package io.soakstream.deploy.distribution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The archive that the build has made, unpacked. */
public record Archive(Path file, Path home) {
    private static final Path TARGET = Path.of("target");
    private static final int PATIENCE_MINUTES = 3;

    /** What a program ended with and printed, both streams in one. */
    public record Ended(int exitCode, String printed) {}

    /** The archive; empty, with a line that says so: the build was told to make none. */
    public static Optional<Path> find() {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(TARGET, "soakstream-*.tar.gz")) {
            for (Path archive : archives) {
                return Optional.of(archive.toAbsolutePath());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        System.out.println("SKIPPED: the build has made no archive (-Dsoak.dist.skip)");
        return Optional.empty();
    }

    /** Unpacks it into an empty directory. */
    public static Archive unpack(Path file, Path directory) throws IOException, InterruptedException {
        Ended ended = run(directory, Map.of(), List.of("tar", "-xzf", file.toString()));
        if (ended.exitCode() != 0) {
            throw new IOException(ended.printed());
        }
        try (DirectoryStream<Path> unpacked = Files.newDirectoryStream(directory)) {
            return new Archive(file, unpacked.iterator().next());
        }
    }

    /** Runs its command elsewhere. */
    public Ended soak(Path where, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.resolve("bin/soak").toString()));
        command.addAll(List.of(arguments));
        return run(where, Map.of(), command);
    }

    /**
     * Runs a program.
     *
     * @param environment variables beside those of this process
     * @throws IOException it could not be started, or did not end in time
     */
    public static Ended run(Path where, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        // A file and not a pipe: a program that hangs would hang the test that reads from it.
        Path printed = Files.createTempFile("archive", ".out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(where.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(printed.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
        process.destroyForcibly();
        String text = Files.readString(printed, StandardCharsets.UTF_8);
        Files.delete(printed);
        if (!ended) {
            throw new IOException(command + " did not end: " + text);
        }
        return new Ended(process.exitValue(), text);
    }
}
