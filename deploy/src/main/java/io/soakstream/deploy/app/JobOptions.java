package io.soakstream.deploy.app;

import io.soakstream.deploy.report.ReportDirectory;
import io.soakstream.gate.report.ci.GateOutcome;
import io.soakstream.gate.report.ci.JUnitXml;
import io.soakstream.gate.report.ci.JobSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The flags that say what a gate leaves for the job that runs it. */
final class JobOptions {
    /** Where GitHub Actions takes the summary of a step from. It is written only where --summary names it. */
    private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

    private final Map<String, String> environment;

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            description = "Writes JUnit XML: a case for each criterion, each condition and the verdict of each policy.")
    private Optional<Path> junit = Optional.empty();

    @Option(
            names = "--summary",
            paramLabel = "FILE",
            description = "Writes a summary in Markdown; to the file of " + STEP_SUMMARY + " it is added.")
    private Optional<Path> summary = Optional.empty();

    JobOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** What an earlier job left must not be taken for this one's if the gate comes to no end. */
    void begin(GateOutcome unfinished) throws IOException {
        if (junit.isPresent()) {
            ReportDirectory.write(junit.get(), JUnitXml.render(unfinished));
        }
        if (summary.isPresent() && !isStepSummary(summary.get())) {
            ReportDirectory.write(summary.get(), JobSummary.render(unfinished));
        }
    }

    void write(GateOutcome outcome) throws IOException {
        if (junit.isPresent()) {
            ReportDirectory.write(junit.get(), JUnitXml.render(outcome));
        }
        if (summary.isPresent()) {
            write(summary.get(), JobSummary.render(outcome));
        }
    }

    private void write(Path file, String text) throws IOException {
        if (isStepSummary(file)) {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } else {
            ReportDirectory.write(file, text);
        }
    }

    private boolean isStepSummary(Path file) {
        return file.toString().equals(environment.get(STEP_SUMMARY));
    }
}
