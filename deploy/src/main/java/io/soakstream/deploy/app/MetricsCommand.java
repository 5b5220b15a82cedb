package io.soakstream.deploy.app;

import io.soakstream.deploy.report.ReportDirectory;
import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.report.metrics.RunMetrics;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the metrics of a recorded soak in the text format of Prometheus. */
@Command(
        name = "metrics",
        description = {
            "Prints the metrics of a recorded soak in the text format of Prometheus, under their published names.",
            "The verdict does not change the exit code: soak gate goes by it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:printed or written",
            "1:printed or written, but part of the recording was refused",
            "2:no iteration",
            "64:a path, a policy, a setting or an option is wrong"
        })
final class MetricsCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final AccountOptions soak;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Write them there, as a node exporter's textfile collector reads them (default: standard output).")
    private Optional<Path> out = Optional.empty();

    MetricsCommand(Map<String, String> environment) {
        soak = new AccountOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        AccountedRun run = soak.read(GateRule.NORMAL);
        String metrics = RunMetrics.render(run.account(), run.verdicts(), DeltaVerification.of(run.account()));
        if (out.isPresent()) {
            ReportDirectory.write(out.get(), metrics);
        } else {
            new Terminal(spec).print(metrics);
        }
        return run.account().refusals().isEmpty() ? ExitCode.OK : ExitCode.FAIL;
    }
}
