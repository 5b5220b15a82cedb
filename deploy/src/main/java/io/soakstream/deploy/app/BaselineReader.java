package io.soakstream.deploy.app;

import io.soakstream.gate.comparison.ComparedRun;
import io.soakstream.gate.comparison.ComparedSnapshot;
import io.soakstream.gate.report.snapshot.InvalidSnapshotException;
import io.soakstream.gate.report.snapshot.SnapshotReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * Reads a side of a comparison: a snapshot of any schema, or a recorded soak, which is judged.
 *
 * @param soaks judges a recorded soak, with its account
 */
record BaselineReader(CommandSpec spec, Judging soaks) {
    private static final String SNAPSHOT = ".json";

    /** Reads and judges what lies at a path. */
    @FunctionalInterface
    interface Judging {
        GateFindings judge(Path path) throws IOException;
    }

    /**
     * @throws ParameterException it is no snapshot
     * @throws java.nio.file.NoSuchFileException there is nothing at the path
     * @throws io.soakstream.producer.domain.NoIterationsException it is a soak without an iteration
     */
    ComparedRun read(Path path) throws IOException {
        if (isSnapshot(path)) {
            return snapshot(spec, path);
        }
        GateFindings found = soaks.judge(path);
        Terminal terminal = new Terminal(spec);
        found.notes().forEach(note -> terminal.tell("note: " + path + ": " + note));
        found.refusals().forEach(refusal -> terminal.tell("refused: " + path + ": " + refusal));
        return found.compared();
    }

    static boolean isSnapshot(Path path) {
        return Files.isRegularFile(path) && path.toString().endsWith(SNAPSHOT);
    }

    /** @throws ParameterException it is none */
    static ComparedRun snapshot(CommandSpec spec, Path path) throws IOException {
        try {
            return ComparedSnapshot.of(SnapshotReader.read(path));
        } catch (InvalidSnapshotException invalid) {
            throw new ParameterException(spec.commandLine(), invalid.getMessage(), invalid);
        }
    }
}
