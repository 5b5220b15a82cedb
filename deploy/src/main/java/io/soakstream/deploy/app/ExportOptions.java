package io.soakstream.deploy.app;

import io.soakstream.deploy.report.ReportDirectory;
import io.soakstream.gate.report.document.Soak72h;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say where the results of a long soak go. */
final class ExportOptions {
    @Option(
            names = "--export-json",
            paramLabel = "FILE",
            description = "Write metrics, gates and verdict of the policy soak-72h there, as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(names = "--export-md", paramLabel = "FILE", description = "Write them there, as Markdown.")
    private Optional<Path> markdown = Optional.empty();

    @Option(
            names = "--gate-summary",
            paramLabel = "FILE",
            description = "Write its gates and its verdict alone there, as JSON.")
    private Optional<Path> gates = Optional.empty();

    boolean areWanted() {
        return json.isPresent() || markdown.isPresent() || gates.isPresent();
    }

    /**
     * @param verdicts the last ones, as the command ends with them
     * @param latest decision about the latest iteration; empty: not one was completed, and nothing is written
     * @throws IOException a file cannot be written
     */
    void write(List<Verdict> verdicts, Optional<TuningDecision> latest) throws IOException {
        Optional<Verdict> verdict = verdicts.stream()
                .filter(last -> last.getPolicy().equals(Soak72h.POLICY))
                .findFirst();
        if (verdict.isPresent() && latest.isPresent()) {
            write(new Soak72h(
                    verdict.get(),
                    latest.get().getIterationSummary(),
                    Instant.ofEpochMilli(latest.get().getEventTimeMs()),
                    SoakCli.Version.text()));
        }
    }

    private void write(Soak72h soak) throws IOException {
        if (json.isPresent()) {
            ReportDirectory.write(json.get(), soak.metricsJson());
        }
        if (markdown.isPresent()) {
            ReportDirectory.write(markdown.get(), soak.resultsMarkdown());
        }
        if (gates.isPresent()) {
            ReportDirectory.write(gates.get(), soak.gatesJson());
        }
    }
}
