package io.soakstream.deploy.local;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the registry's process writes; one file for all starts on a directory.
 *
 * @param startBytes length of the file when this start began
 */
record RegistryLog(Path file, long startBytes) {
    private static final int TAIL_LINES = 30;

    static RegistryLog in(Path directory) throws IOException {
        Path file = directory.resolve("registry.log");
        return new RegistryLog(file, Files.exists(file) ? Files.size(file) : 0);
    }

    ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    /** Whether this start wrote the words. */
    boolean says(String words) throws IOException {
        return text().contains(words);
    }

    /** The last lines of this start, as the end of an error message. */
    String tail() throws IOException {
        List<String> lines = text().lines().toList();
        return "; the end of " + file + ":\n"
                + String.join("\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    private String text() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int start = (int) Math.min(startBytes, bytes.length);
        return new String(bytes, start, bytes.length - start, StandardCharsets.UTF_8);
    }
}
