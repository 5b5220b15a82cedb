package io.soakstream.schemas.profile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of a user, in a directory with a space in its name. */
record ProfileFiles(Path directory) {
    String with(String name, String yaml) {
        try {
            Path folder = Files.createDirectories(directory.resolve("my files"));
            return Files.writeString(folder.resolve(name), yaml).toString();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
