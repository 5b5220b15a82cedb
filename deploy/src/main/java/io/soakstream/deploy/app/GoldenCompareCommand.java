package io.soakstream.deploy.app;

import io.soakstream.deploy.golden.RecordingComparison;
import io.soakstream.gate.golden.Drift;
import io.soakstream.gate.golden.DriftJson;
import io.soakstream.gate.golden.GoldenComparison;
import io.soakstream.gate.golden.Tolerance;
import io.soakstream.producer.recording.RecordingReader;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Holds a document, or a recording, against one that is known to be right. */
@Command(
        name = "compare",
        description = {
            "Holds a JSON document, or a recording, against one that is known to be right.",
            "Numbers may lie apart by the tolerance, absolute or relative to the larger of them; 3 and 3.0 are the",
            "same, and so are two NaN. Whole numbers must be equal. Of two recordings the events are compared decoded."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:compared; with --fail-on-drift: there is no drift",
            "1:with --fail-on-drift: there is a drift",
            "64:a path or an option is wrong, or a file is neither JSON nor a recording"
        })
final class GoldenCompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--baseline", required = true, paramLabel = "FILE", description = "What is known to be right.")
    private Path baseline;

    @Option(names = "--actual", required = true, paramLabel = "FILE", description = "What is held against it.")
    private Path actual;

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            defaultValue = "1e-9",
            description = "How far two numbers may lie apart (default: ${DEFAULT-VALUE}).")
    private BigDecimal tolerance;

    @Option(names = "--fail-on-drift", description = "End with 1 if there is a drift.")
    private boolean failOnDrift;

    @Option(names = "--json", description = "One JSON object on standard output, nothing else there.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        List<Drift> drifts = drifts();
        Terminal terminal = new Terminal(spec);
        if (json) {
            terminal.print(DriftJson.render(drifts) + "\n");
        } else {
            drifts.forEach(drift -> terminal.print("[DRIFT] " + drift + "\n"));
            terminal.print(
                    drifts.isEmpty()
                            ? "[OK] " + actual + " is as " + baseline + "\n"
                            : "[" + (failOnDrift ? "FAIL" : "WARN") + "] " + drifts.size() + " drift(s) from "
                                    + baseline + "\n");
        }
        return failOnDrift && !drifts.isEmpty() ? ExitCode.FAIL : ExitCode.OK;
    }

    private List<Drift> drifts() throws IOException {
        Tolerance allowed = tolerance();
        JsonFiles files = new JsonFiles(spec.commandLine());
        boolean recording = RecordingReader.isContainer(files.existing("--baseline", baseline));
        if (recording != RecordingReader.isContainer(files.existing("--actual", actual))) {
            throw new ParameterException(
                    spec.commandLine(), "one of " + baseline + " and " + actual + " is a recording, the other is none");
        }
        return recording
                ? RecordingComparison.of(baseline, actual, allowed)
                : GoldenComparison.of(
                        "root", files.read("--baseline", baseline), files.read("--actual", actual), allowed);
    }

    private Tolerance tolerance() {
        try {
            return new Tolerance(tolerance);
        } catch (IllegalArgumentException negative) {
            throw new ParameterException(spec.commandLine(), "--tolerance: " + negative.getMessage(), negative);
        }
    }
}
