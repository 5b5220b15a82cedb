package io.soakstream.deploy.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The directory that a soak's files go to. Nobody else writes there meanwhile, and nothing of an earlier soak is left when
 * it begins: records of two soaks in one directory would be read as one.
 */
public final class RunDirectory implements AutoCloseable {
    private static final String LOCK = ".soak.lock";
    private static final Pattern OWN = Pattern.compile("ITER_SUMMARY_[0-9]+[.]json|TUNING_REPORT[.]json");

    private final Path directory;
    private final Path published;
    private final FileChannel lockFile;

    private RunDirectory(Path directory, Path published, FileChannel lockFile) {
        this.directory = directory;
        this.published = published;
        this.lockFile = lockFile;
    }

    /**
     * The directory itself.
     *
     * @throws DirectoryInUseException another soak writes there
     * @throws IOException it cannot be made
     */
    public static RunDirectory shared(Path latest) throws IOException {
        return open(latest, latest);
    }

    /**
     * A directory of the run's own below it; its files are copied up by {@link #publish}.
     *
     * @param run name of the run
     * @throws IOException it cannot be made
     */
    public static RunDirectory isolated(Path latest, String run) throws IOException {
        return open(latest.resolve(run), latest);
    }

    private static RunDirectory open(Path directory, Path published) throws IOException {
        Files.createDirectories(directory);
        return new RunDirectory(directory, published, lock(directory));
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel file =
                FileChannel.open(directory.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock held = file.tryLock();
            if (held != null) {
                return file;
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // Told below, as for a soak in another process.
        }
        file.close();
        throw new DirectoryInUseException(directory);
    }

    /** Deletes the files of earlier soaks, and nothing else. */
    public void clear() throws IOException {
        for (Path file : own(directory)) {
            Files.delete(file);
        }
    }

    public Path path() {
        return directory;
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param name without a directory
     */
    public void write(String name, byte[] content) throws IOException {
        Path part = directory.resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, directory.resolve(name), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Puts the files of an isolated run in the place of those of the last one; each is replaced whole.
     *
     * @throws DirectoryInUseException a soak writes into the directory that they would go to
     */
    public void publish() throws IOException {
        if (directory.equals(published)) {
            return;
        }
        try (RunDirectory latest = shared(published)) {
            latest.clear();
            for (Path file : own(directory)) {
                latest.write(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
    }

    private static List<Path> own(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> OWN.matcher(file.getFileName().toString()).matches())
                    .sorted()
                    .toList();
        }
    }

    /** Lets others write. */
    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
