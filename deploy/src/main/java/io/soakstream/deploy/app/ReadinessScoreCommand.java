package io.soakstream.deploy.app;

import io.soakstream.deploy.report.ReportDirectory;
import io.soakstream.gate.document.MalformedDocumentException;
import io.soakstream.gate.readiness.DailyReport;
import io.soakstream.gate.readiness.ReadinessDocument;
import io.soakstream.gate.readiness.ReadinessScore;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores the daily soak reports of a directory. */
@Command(
        name = "score",
        description = {
            "Scores the latest seven REPORT_SOAK_*.json of a directory, by name: 100 points are a GO.",
            "A value that a day does not have scores nothing. The time is CI_FAKE_UTC, or else MM_FREEZE_UTC_ISO, or",
            "else now; the version is MM_VERSION, or else what the file VERSION says, or else 0.1.0."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:scored, whatever the score ('soak readiness validate' ends with it)",
            "2:there are fewer reports than --min-days; nothing is written",
            "64:a path or an option is wrong, or a report is malformed"
        })
final class ReadinessScoreCommand implements Callable<Integer> {
    private static final String PATTERN = "REPORT_SOAK_.*\\.json";

    private final ReadinessStamp stamp;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--dir",
            paramLabel = "D",
            defaultValue = "artifacts",
            description = "Directory of the reports (default: ${DEFAULT-VALUE}).")
    private Path directory;

    @Option(
            names = "--out-json",
            paramLabel = "F",
            description = "Writes the score there too, and beside it a table with .md in place of .json.")
    private Optional<Path> outJson = Optional.empty();

    @Option(
            names = "--min-days",
            paramLabel = "N",
            defaultValue = "7",
            description = "Fewer reports than these are not scored (1 to 7; default: ${DEFAULT-VALUE}).")
    private int minDays;

    ReadinessScoreCommand(Map<String, String> environment) {
        stamp = new ReadinessStamp(environment, Clock.systemUTC());
    }

    @Override
    public Integer call() throws IOException {
        if (minDays < 1 || minDays > ReadinessScore.DAYS) {
            throw new ParameterException(
                    spec.commandLine(), "--min-days must be from 1 to " + ReadinessScore.DAYS + ": " + minDays);
        }
        Terminal terminal = new Terminal(spec);
        List<DailyReport> days = days(terminal);
        if (days.size() < minDays) {
            terminal.tell(
                    "soak: " + directory + " has " + days.size() + " of " + minDays + " daily reports that are needed");
            return ExitCode.INCONCLUSIVE;
        }
        ReadinessScore score = ReadinessScore.of(days);
        String json = ReadinessDocument.json(score, stamp.stamp(spec.commandLine()));
        if (outJson.isPresent()) {
            ReportDirectory.write(outJson.get(), json);
            ReportDirectory.write(table(outJson.get()), ReadinessDocument.markdown(score));
        }
        terminal.print(json);
        return ExitCode.OK;
    }

    private static Path table(Path json) {
        return json.resolveSibling(json.getFileName().toString().replaceFirst("\\.json$", "") + ".md");
    }

    private List<DailyReport> days(Terminal terminal) throws IOException {
        if (!Files.isDirectory(directory)) {
            throw new ParameterException(spec.commandLine(), "--dir: there is no directory " + directory);
        }
        List<Path> files = latest();
        terminal.tell(
                "note: scored are " + files.stream().map(Path::getFileName).toList());
        List<DailyReport> days = new ArrayList<>();
        JsonFiles documents = new JsonFiles(spec.commandLine());
        for (Path file : files) {
            try {
                days.add(DailyReport.of(file.toString(), documents.read("--dir", file)));
            } catch (MalformedDocumentException malformed) {
                throw new ParameterException(spec.commandLine(), "--dir: " + malformed.getMessage(), malformed);
            }
        }
        return days;
    }

    private List<Path> latest() throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> reports = entries.filter(
                            file -> file.getFileName().toString().matches(PATTERN))
                    .sorted()
                    .toList();
            return reports.subList(Math.max(0, reports.size() - ReadinessScore.DAYS), reports.size());
        }
    }
}
