package io.soakstream.producer.sidecar;

import io.soakstream.producer.source.IterationReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What tells without reading whether a file may have changed.
 *
 * @param size bytes
 * @param modifiedNs when it was written (ns since 1970-01-01 UTC)
 */
record FileStamp(long size, long modifiedNs) {
    private static final long NS_PER_MS = 1_000_000;

    /** Empty: there is no such file. */
    static Optional<FileStamp> of(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return Optional.of(new FileStamp(
                    attributes.size(), attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    /** The content, no further than shows that it is too large. */
    static byte[] content(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(IterationReader.MAX_BYTES + 1);
        }
    }

    /**
     * The content as of this stamp; empty if the file has changed since or is gone.
     *
     * @throws IOException it cannot be read
     */
    Optional<byte[]> unchangedContent(Path file) throws IOException {
        try {
            byte[] content = content(file);
            return of(file).filter(this::equals).map(same -> content);
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    long modifiedMs() {
        return modifiedNs / NS_PER_MS;
    }

    String text() {
        return size + "/" + modifiedNs;
    }
}
