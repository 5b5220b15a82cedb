package io.soakstream.deploy.rollback.action;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a program with the request as JSON on its standard input; it ends with 0 when the action is done. */
public final class ExecHook implements ActionPort {
    private static final Logger LOGGER = LoggerFactory.getLogger(ExecHook.class);
    private static final int MAX_OUTPUT_BYTES = 4_096;

    private final List<String> line;
    private final Duration patience;

    /** @param line program and arguments; no shell is involved */
    public ExecHook(List<String> line, Duration patience) {
        this.line = List.copyOf(line);
        this.patience = patience;
    }

    @Override
    public String run(ActionRequest request) throws ActionFailedException, InterruptedException {
        try {
            // A file and no pipe: a program that says much must not wait for somebody to read it.
            Path said = Files.createTempFile("soak-hook-", ".err");
            try {
                return run(request, said);
            } finally {
                Files.delete(said);
            }
        } catch (IOException unusable) {
            throw new ActionFailedException(unusable.getMessage());
        }
    }

    private String run(ActionRequest request, Path said)
            throws ActionFailedException, IOException, InterruptedException {
        Process process = start(said);
        try {
            return run(request, process, said);
        } finally {
            // However it ends, an interruption too: nothing of it stays behind.
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private String run(ActionRequest request, Process process, Path said)
            throws ActionFailedException, IOException, InterruptedException {
        try {
            process.getOutputStream().write(request.json().getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
        } catch (IOException unread) {
            // A program that needs no request need not read it: its exit code tells.
            LOGGER.atDebug().addKeyValue("program", line.get(0)).log("the hook did not read its request");
        }
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new ActionFailedException(line.get(0) + " did not end within " + patience.toSeconds() + " s");
        }
        if (process.exitValue() != 0) {
            throw new ActionFailedException(
                    line.get(0) + " ended with " + process.exitValue() + ": " + firstLine(said));
        }
        return line.get(0) + " ended with 0";
    }

    private Process start(Path said) throws IOException {
        return new ProcessBuilder(line)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(said.toFile())
                .start();
    }

    private static String firstLine(Path said) throws IOException {
        try (InputStream err = Files.newInputStream(said)) {
            String text = new String(err.readNBytes(MAX_OUTPUT_BYTES), StandardCharsets.UTF_8);
            return text.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", "?");
        }
    }
}
