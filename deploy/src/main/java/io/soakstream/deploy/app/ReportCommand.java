package io.soakstream.deploy.app;

import io.soakstream.deploy.report.ReportDirectory;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.report.document.ReportFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Writes the report of a recorded soak. */
@Command(
        name = "report",
        description = {
            "Writes the report of a recorded soak.",
            "It has snapshot, audit, recommendations, failures, tuning and delta reports, metrics; judged by soak-72h also"
                    + " soak_metrics.json, SOAK_RESULTS.md and gates_summary.json.",
            "Each file is written whole, the snapshot last."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PASS or WARN",
            "1:FAIL, also if too few of the proposals were applied or excused",
            "2:INCONCLUSIVE, no iteration, or part of the recording was refused",
            "64:a path, a policy, a setting or an option is wrong",
            "70:an error of the program"
        })
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final AccountOptions soak;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "Where the files go; those of an earlier report there are replaced.")
    private Path out;

    ReportCommand(Map<String, String> environment) {
        soak = new AccountOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        new ReportDirectory(out).clear();
        AccountedRun run = soak.read(GateRule.NORMAL);
        Map<String, String> files = ReportFiles.of(run.reportInput());
        new ReportDirectory(out).write(files);
        Terminal terminal = new Terminal(spec);
        files.keySet().forEach(name -> terminal.print(out.resolve(name) + System.lineSeparator()));
        run.asked()
                .forEach(verdict ->
                        terminal.print(verdict.getPolicy() + ": " + verdict.getVerdict() + System.lineSeparator()));
        return VerdictExit.ofWorst(run.asked());
    }
}
