package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.comparison.ComparedAccount;
import io.soakstream.gate.comparison.ComparedRun;
import io.soakstream.gate.comparison.ComparisonText;
import io.soakstream.gate.comparison.RunComparison;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that say what a gate holds a run against. */
final class ComparisonOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--compare",
            paramLabel = "BASELINE",
            description =
                    "Holds the run against an earlier one and prints on standard error how they differ: a snapshot"
                            + " (.json), a directory, .jsonl or recording. A missing baseline is a note.")
    private Optional<Path> baseline = Optional.empty();

    @Option(
            names = "--fail-on-regression",
            description = "With --compare: a KPI or a verdict that is worse fails, and one that may be worse is"
                    + " inconclusive.")
    private boolean failOnRegression;

    boolean isAsked() {
        check();
        return baseline.isPresent();
    }

    private void check() {
        if (failOnRegression && baseline.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--fail-on-regression: --compare is missing");
        }
    }

    /**
     * Prints how the run differs from the baseline.
     *
     * @param candidate with its account
     * @param verdict of its first policy, as the command rules it; that of the baseline is ruled alike
     * @param gate judges the baseline, by the policies of the configuration
     * @param sources how a baseline is read
     * @return the exit code that it asks for
     */
    int compare(GateFindings candidate, Verdict verdict, OfflineGate gate, GateConfig config, GateSource sources)
            throws IOException {
        Terminal terminal = new Terminal(spec);
        Path path = baseline.orElseThrow();
        if (!Files.exists(path)) {
            terminal.tell("note: there is no baseline " + path + ", so nothing is compared");
            return ExitCode.OK;
        }
        ComparedRun before =
                new BaselineReader(spec, found -> sources.ofPath(found, gate, config.policies(), true)).read(path);
        RunComparison comparison = RunComparison.of(
                before,
                ComparedAccount.of(candidate.subject(), candidate.account().orElseThrow(), Optional.of(verdict)));
        terminal.tell(ComparisonText.published(comparison));
        terminal.tell(ComparisonText.render(comparison));
        return failOnRegression ? exit(comparison.result()) : ExitCode.OK;
    }

    /** What a command ends with that goes by a comparison. */
    static int exit(RunComparison.Result result) {
        return switch (result) {
            case NOT_WORSE -> ExitCode.OK;
            case WORSE -> ExitCode.FAIL;
            case INSUFFICIENT_EVIDENCE, NODATA -> ExitCode.INCONCLUSIVE;
        };
    }

    /** The worse of two exit codes: 1, else 2, else 0. */
    static int worse(int one, int other) {
        return List.of(ExitCode.FAIL, ExitCode.INCONCLUSIVE).stream()
                .filter(code -> code == one || code == other)
                .findFirst()
                .orElse(ExitCode.OK);
    }
}
