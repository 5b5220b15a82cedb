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

    /** Whether an account of the run is needed. */
    boolean areWanted() {
        return out.isPresent() || prometheus.isPresent();
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
