package io.soakstream.deploy.distribution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The archive that the build has made, unpacked. */
public record Archive(Path home) {
    private static final Path TARGET = Path.of("target");
    /** Another JVM that runs tests has one of its own. */
    private static final String PLACE = "an archive " + System.getProperty("soak.it.fork", "alone");

    private static final int PATIENCE_MINUTES = 30;

    private static Archive unpacked;

    /** What a program ended with and printed, both streams in one. */
    public record Ended(int exitCode, String printed) {}

    /**
     * The archive, unpacked into an empty directory once for all tests of the process.
     *
     * @return empty, with a line that says so: the build was told to make none
     */
    public static synchronized Optional<Archive> find() throws IOException, InterruptedException {
        if (unpacked == null) {
            Optional<Path> file = file();
            if (file.isEmpty()) {
                System.out.println("skipped: the build has made no archive (-Dsoak.dist.skip)");
                return Optional.empty();
            }
            unpacked = unpack(file.get(), emptyPlace());
        }
        return Optional.of(unpacked);
    }

    /** Of an earlier build there may be another; names with a space must do. */
    private static Path emptyPlace() throws IOException, InterruptedException {
        run(TARGET, Map.of(), List.of("rm", "-rf", PLACE));
        return Files.createDirectory(TARGET.resolve(PLACE));
    }

    /** The file as it is handed out; empty: the build was told to make none. */
    public static Optional<Path> file() throws IOException {
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(TARGET, "soakstream-*.tar.gz")) {
            Iterator<Path> found = archives.iterator();
            return found.hasNext() ? Optional.of(found.next().toAbsolutePath()) : Optional.empty();
        }
    }

    private static Archive unpack(Path file, Path directory) throws IOException, InterruptedException {
        Ended ended = run(directory, Map.of(), List.of("tar", "-xzf", file.toString()));
        if (ended.exitCode() != 0) {
            throw new IOException(ended.printed());
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            return new Archive(entries.iterator().next().toAbsolutePath());
        }
    }

    /** Its version, which its directory is named by. */
    public String version() {
        return home.getFileName().toString().replace("soakstream-", "");
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
