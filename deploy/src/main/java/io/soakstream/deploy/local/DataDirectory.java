package io.soakstream.deploy.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory of one local cluster, held by one process at a time.
 *
 * <p>Two brokers on one directory would corrupt it. The lock is the system's, so that it ends with the process and a
 * file left behind by a crash locks nothing.
 */
final class DataDirectory implements AutoCloseable {
    private static final String BROKER = "broker";
    private static final String REGISTRY = "registry";
    private static final String LOCK = "soak.lock";

    private final Path path;
    private final boolean keep;
    private final FileChannel lock;

    private DataDirectory(Path path, boolean keep, FileChannel lock) {
        this.path = path;
        this.keep = keep;
        this.lock = lock;
    }

    /**
     * @param keep whether the data stays after close
     * @throws LocalStartException it cannot be created, or another process uses it
     */
    static DataDirectory open(Path directory, boolean keep) {
        Path path = PrivateDirectory.create(directory);
        try {
            return new DataDirectory(path, keep, locked(path));
        } catch (IOException failed) {
            throw new LocalStartException("cannot lock the data directory " + path + ": " + failed, failed);
        }
    }

    Path path() {
        return path;
    }

    Path broker() {
        return path.resolve(BROKER);
    }

    Path registry() {
        return path.resolve(REGISTRY);
    }

    /** Deletes what this class owns unless it is to be kept; other files in the directory stay, and it with them. */
    @Override
    public void close() {
        try (lock) {
            if (!keep) {
                for (String owned : List.of(BROKER, REGISTRY, LOCK)) {
                    delete(path.resolve(owned));
                }
                deleteIfEmpty();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot delete the data in " + path, failed);
        }
    }

    private static FileChannel locked(Path path) throws IOException {
        Path file = path.resolve(LOCK);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        if (!tryLock(channel)) {
            String owner = owner(channel);
            channel.close();
            throw new LocalStartException("the data directory " + path + " is in use by process " + owner
                    + ": stop it, or choose another directory");
        }
        channel.truncate(0);
        channel.write(
                ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)));
        return channel;
    }

    private static boolean tryLock(FileChannel channel) throws IOException {
        try {
            // Held until the channel is closed.
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ours) {
            return false;
        }
    }

    private static String owner(FileChannel channel) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(32);
        channel.read(bytes, 0);
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path file : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private void deleteIfEmpty() throws IOException {
        try {
            Files.deleteIfExists(path);
        } catch (DirectoryNotEmptyException foreign) {
            // Somebody else's files: not ours to delete.
        }
    }
}
