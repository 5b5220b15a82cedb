package io.soakstream.producer.sidecar;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.soakstream.schemas.runtime.AtomicFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * The state on the disk, {@code .soakstream/state.json} below the bot's directory, and the lock that keeps a second
 * sidecar away from it. The lock goes with the process, however that ends.
 */
final class StateFile implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    private StateFile(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock.
     *
     * @throws SidecarRefusedException another sidecar has it
     */
    static StateFile open(Path directory) throws IOException {
        Path home = Files.createDirectories(directory.resolve(".soakstream"));
        FileChannel channel =
                FileChannel.open(home.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!locked(channel)) {
            channel.close();
            throw new SidecarRefusedException("another sidecar works on " + directory);
        }
        StateFile opened = new StateFile(home.resolve("state.json"), channel);
        AtomicFile.clearLeftovers(opened.file);
        return opened;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    /**
     * Reads the state; empty if there is none.
     *
     * @throws SidecarRefusedException it is not one that this version wrote
     */
    Optional<SidecarState> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            SidecarState state = ExactJson.mapper().readValue(Files.readAllBytes(file), SidecarState.class);
            if (state.format() != SidecarState.FORMAT) {
                throw new SidecarRefusedException(file + ": format: " + state.format() + " is not "
                        + SidecarState.FORMAT + ", which this version writes");
            }
            return Optional.of(state);
        } catch (JsonProcessingException damaged) {
            throw new SidecarRefusedException(file + " is damaged: " + damaged.getOriginalMessage()
                    + "; without it the run cannot go on (remove it to begin another)");
        }
    }

    /** On return the state is on the disk. */
    void write(SidecarState state) throws IOException {
        AtomicFile.write(file, ExactJson.bytes(state));
    }

    Path path() {
        return file;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
