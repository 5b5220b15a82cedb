package io.soakstream.deploy.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A directory that is filled aside and then put in its place as a whole. */
final class StagedDirectory implements AutoCloseable {
    private final Path target;
    private final Path stage;

    private StagedDirectory(Path target, Path stage) {
        this.target = target;
        this.stage = stage;
    }

    /**
     * Makes room beside the target.
     *
     * @throws RefusedReleaseException something else than an earlier bundle is in its place
     */
    static StagedDirectory beside(Path directory) throws IOException {
        Path target = directory.toAbsolutePath().normalize();
        requireReplaceable(target, directory);
        Files.createDirectories(target.getParent());
        return new StagedDirectory(target, Files.createTempDirectory(target.getParent(), ".soak-release-"));
    }

    private static void requireReplaceable(Path target, Path named) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isDirectory(target)) {
            throw new RefusedReleaseException(named + ": is a file, not a directory");
        }
        try (Stream<Path> entries = Files.list(target)) {
            boolean empty = entries.findAny().isEmpty();
            if (!empty && !Files.exists(target.resolve(BundleFiles.MANIFEST))) {
                throw new RefusedReleaseException(named + ": is not empty and holds no bundle: not replaced");
            }
        }
    }

    Path path() {
        return stage;
    }

    /** @param contents name to content of everything that the directory is to hold */
    void publish(Map<String, byte[]> contents) throws IOException {
        for (Map.Entry<String, byte[]> file : contents.entrySet()) {
            Files.write(stage.resolve(file.getKey()), file.getValue());
        }
        if (Files.exists(target)) {
            delete(target);
        }
        Files.move(stage, target, StandardCopyOption.ATOMIC_MOVE);
        // The stage is private by its nature; a bundle is for others to read, as what the user makes is.
        grantAsUsual(target);
    }

    private static void grantAsUsual(Path directory) throws IOException {
        Path probe = Files.createDirectory(directory.resolve(".probe"));
        try {
            if (Files.getFileStore(probe).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(directory, Files.getPosixFilePermissions(probe));
            }
        } finally {
            Files.delete(probe);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> entries;
        try (Stream<Path> found = Files.walk(directory)) {
            entries = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path entry : entries) {
            Files.delete(entry);
        }
    }

    @Override
    public void close() throws IOException {
        if (Files.exists(stage)) {
            delete(stage);
        }
    }
}
