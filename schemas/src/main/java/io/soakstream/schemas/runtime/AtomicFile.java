package io.soakstream.schemas.runtime;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.Arrays;
import java.util.UUID;

/** Replaces a file as a whole: whoever reads it, at any time, sees the old content or the new, and never a part. */
public final class AtomicFile {
    private static final String SUFFIX = ".soakstream-tmp";

    private AtomicFile() {}

    /**
     * Writes the content beside the file, brings it to the disk, and renames it. On return the new content is there
     * after a loss of power too.
     *
     * @throws ConcurrentWriteException what is there afterwards is something else
     * @throws IOException it could not be written: the old or the new content is in place
     */
    public static void write(Path file, byte[] content) throws IOException {
        // A link stays a link: what it names is replaced.
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
        try {
            store(temporary, content);
            keepPermissions(target, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        storeDirectory(target.getParent());
        if (!Arrays.equals(Files.readAllBytes(target), content)) {
            throw new ConcurrentWriteException(file + ": somebody else wrote it at the same time");
        }
    }

    /** Removes what a process that was killed left beside the file. */
    public static void clearLeftovers(Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        if (!Files.isDirectory(target.getParent())) {
            return;
        }
        String prefix = "." + target.getFileName() + ".";
        try (DirectoryStream<Path> left = Files.newDirectoryStream(
                target.getParent(),
                path -> path.getFileName().toString().startsWith(prefix)
                        && path.getFileName().toString().endsWith(SUFFIX))) {
            for (Path one : left) {
                Files.deleteIfExists(one);
            }
        }
    }

    private static void store(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer rest = ByteBuffer.wrap(content);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void keepPermissions(Path from, Path to) throws IOException {
        if (Files.exists(from) && isPosix(from)) {
            Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
        }
    }

    /** The rename itself is on the disk only when its directory is; other systems cannot open a directory. */
    private static void storeDirectory(Path directory) throws IOException {
        if (isPosix(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean isPosix(Path path) {
        return Files.getFileAttributeView(path, PosixFileAttributeView.class) != null;
    }
}
