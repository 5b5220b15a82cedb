package io.soakstream.deploy.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes the files that a command line asks for, each as a whole: half a report is never there. */
final class OutputFiles {
    private static final String SUFFIX = ".soakstream-tmp";

    private OutputFiles() {}

    /**
     * Replaces the file.
     *
     * @throws NoSuchFileException there is no such directory
     * @throws IOException it cannot be written; what was there before still is
     */
    static void write(Path file, String text) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path directory = target.getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new NoSuchFileException(file.toString(), null, "there is no such directory");
        }
        Path temporary = directory.resolve("." + target.getFileName() + "." + UUID.randomUUID() + SUFFIX);
        try {
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE_NEW);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
