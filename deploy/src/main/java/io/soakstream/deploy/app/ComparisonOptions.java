package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.comparison.ComparedRun;
import io.soakstream.gate.comparison.ComparisonText;
import io.soakstream.gate.comparison.RunComparison;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.report.ci.GateOutcome.Regression;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** The baseline, where it is a snapshot: the report of this gate may go to where it lies. */
    private Optional<ComparedRun> snapshot = Optional.empty();

    boolean isAsked() {
        return baseline.isPresent();
    }

    /**
     * Reads what may be gone later.
     *
     * @throws ParameterException a flag is missing, or the baseline is no snapshot
     */
    void begin() throws IOException {
        if (failOnRegression && baseline.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--fail-on-regression: --compare is missing");
        }
        if (baseline.filter(BaselineReader::isSnapshot).isPresent()) {
            snapshot = Optional.of(BaselineReader.snapshot(spec, baseline.get()));
        }
    }

    /**
     * Prints how the run differs from the baseline.
     *
     * @param candidate with its account
     * @param gate judges the baseline, by the policies of the configuration
     * @param sources how a baseline is read
     * @return what came of it, where a regression decides; empty: it does not, or there is no baseline
     */
    Optional<Regression> compare(GateFindings candidate, OfflineGate gate, GateConfig config, GateSource sources)
            throws IOException {
        Optional<ComparedRun> read = snapshot.isPresent() ? snapshot : recorded(gate, config, sources);
        if (read.isEmpty()) {
            return Optional.empty();
        }
        ComparedRun before = read.get();
        RunComparison comparison = RunComparison.of(before, candidate.compared());
        Terminal terminal = new Terminal(spec);
        terminal.tell(ComparisonText.published(comparison));
        terminal.tell(ComparisonText.render(comparison));
        int code = exit(comparison.result());
        return failOnRegression
                ? Optional.of(new Regression(
                        before.name(),
                        code == ExitCode.FAIL,
                        code == ExitCode.INCONCLUSIVE,
                        comparison.result().name()))
                : Optional.empty();
    }

    /** Empty: there is none yet, which is noted. A first run has nothing to be worse than. */
    private Optional<ComparedRun> recorded(OfflineGate gate, GateConfig config, GateSource sources) throws IOException {
        Terminal terminal = new Terminal(spec);
        Path path = baseline.orElseThrow();
        if (!Files.exists(path)) {
            terminal.tell("note: there is no baseline " + path + ", so nothing is compared");
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new BaselineReader(spec, found -> sources.ofPath(found, gate, config.policies(), true)).read(path));
        } catch (NoIterationsException empty) {
            terminal.tell("note: there is no iteration in the baseline " + path + ", so nothing is compared");
            return Optional.empty();
        }
    }

    /** What a command ends with that goes by a comparison. */
    static int exit(RunComparison.Result result) {
        return switch (result) {
            case NOT_WORSE -> ExitCode.OK;
            case WORSE -> ExitCode.FAIL;
            case INSUFFICIENT_EVIDENCE, NODATA -> ExitCode.INCONCLUSIVE;
        };
    }

    /** The exit code of a verdict, or a worse one where a regression asks for it. */
    static int worse(int verdict, Optional<Regression> regression) {
        if (verdict == ExitCode.FAIL || regression.filter(Regression::worse).isPresent()) {
            return ExitCode.FAIL;
        }
        return regression.filter(Regression::open).isPresent() ? ExitCode.INCONCLUSIVE : verdict;
    }
}
