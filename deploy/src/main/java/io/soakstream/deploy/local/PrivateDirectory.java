package io.soakstream.deploy.local;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Directories that only their owner can look into: records and logs of a run may name strategies and positions. */
final class PrivateDirectory {
    private PrivateDirectory() {}

    /**
     * Creates the directory and what is missing above it, mode 0700 where the file system knows modes. An existing one
     * keeps its mode, as it is the user's.
     *
     * @throws LocalStartException it cannot be created
     */
    static Path create(Path directory) {
        try {
            return Files.createDirectories(directory, ownerOnly()).toRealPath();
        } catch (IOException failed) {
            throw new LocalStartException("cannot create the directory " + directory + ": " + failed, failed);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
