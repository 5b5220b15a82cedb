package io.soakstream.deploy.report;

import io.soakstream.gate.report.document.ReportFiles;
import io.soakstream.schemas.runtime.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The directory that a report goes to. Each file is there whole or not at all, and the snapshot is written last: where it
 * is, everything else is of the same run.
 */
public final class ReportDirectory {
    private final Path directory;

    public ReportDirectory(Path directory) {
        this.directory = directory;
    }

    /**
     * Writes a report in the place of an earlier one.
     *
     * @param files name to content, in the order in which they are to be written; the snapshot is the last
     * @throws IOException the directory cannot be made or a file not be written; then there is no snapshot in it
     */
    public void write(Map<String, String> files) throws IOException {
        Files.createDirectories(directory);
        clear();
        for (Map.Entry<String, String> file : files.entrySet()) {
            write(directory.resolve(file.getKey()), file.getValue());
        }
    }

    /**
     * Takes an earlier report away, its snapshot first; other files stay. What is not written anew is of another run.
     *
     * @throws IOException a file cannot be deleted
     */
    public void clear() throws IOException {
        for (String name : ReportFiles.NAMES) {
            Files.deleteIfExists(directory.resolve(name));
        }
    }

    /** Writes one file, whole or not at all, and makes the directories that it lies in. */
    public static void write(Path file, String content) throws IOException {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        AtomicFile.write(file, content.getBytes(StandardCharsets.UTF_8));
    }
}
