package io.soakstream.deploy.rollback;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Everything that came and everything that was done: a JSON object a line, on the disk before anybody is answered. */
public final class AuditLog implements AutoCloseable {
    private final FileChannel file;

    /** @throws IOException it cannot be written */
    public AuditLog(Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND);
    }

    synchronized void append(ObjectNode record) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap((record + "\n").getBytes(StandardCharsets.UTF_8));
        while (rest.hasRemaining()) {
            file.write(rest);
        }
    }

    /** Brings what was appended to the disk. */
    synchronized void force() throws IOException {
        file.force(false);
    }

    @Override
    public synchronized void close() throws IOException {
        file.close();
    }
}
