package io.soakstream.deploy.app;

import io.soakstream.deploy.report.ReportDirectory;
import io.soakstream.gate.report.document.ReportFiles;
import io.soakstream.gate.report.document.ReportInput;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say what a gate writes beside its verdict. */
final class ReportOptions {
    @Option(names = "--out", paramLabel = "DIR", description = "Write the whole report there, as soak report does.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--prometheus",
            paramLabel = "FILE",
            description = "Write the metrics there, in the text format of Prometheus.")
    private Optional<Path> prometheus = Optional.empty();

    /** In the place of metrics, until there is a verdict: whoever asks whether the run is ready is told that it is not. */
    private static final String NO_VERDICT = """
            # There is no verdict: the gate has not come to an end, or there was nothing to judge.
            # HELP soak_freeze_ready Ready for the production freeze by the leading policy (1: yes)
            # TYPE soak_freeze_ready gauge
            soak_freeze_ready 0
            """;

    /** Whether an account of the run is needed. */
    boolean areWanted() {
        return out.isPresent() || prometheus.isPresent();
    }

    /**
     * What an earlier gate left must not be taken for this one's if it comes to no end.
     *
     * @throws IOException a file cannot be deleted or written
     */
    void begin() throws IOException {
        if (out.isPresent()) {
            new ReportDirectory(out.get()).clear();
        }
        if (prometheus.isPresent()) {
            ReportDirectory.write(prometheus.get(), NO_VERDICT);
        }
    }

    /** @throws IOException a file cannot be written */
    void write(AccountedRun run) throws IOException {
        ReportInput input = run.reportInput();
        Map<String, String> files = ReportFiles.of(input);
        if (out.isPresent()) {
            new ReportDirectory(out.get()).write(files);
        }
        if (prometheus.isPresent()) {
            ReportDirectory.write(prometheus.get(), files.get(ReportFiles.METRICS));
        }
    }
}
