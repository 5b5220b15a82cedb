package io.soakstream.schemas.runtime;

import java.nio.file.Path;

/**
 * Where and how a stream keeps its state.
 *
 * @param directory for its lock, its identity and its files; not under the system's temporary directory where state
 *     must outlive a clean-up
 */
public record StateStorage(Path directory, StoreKind kind) {
    public static StateStorage inMemory(Path directory) {
        return new StateStorage(directory, StoreKind.MEMORY);
    }

    /** The same for one of several streams of a process. */
    public StateStorage of(String stream) {
        return new StateStorage(directory.resolve(stream), kind);
    }
}
