package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineExplanation;
import io.soakstream.gate.report.lineage.Lineage;
import io.soakstream.producer.app.SourceOptions;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.report.DecisionJson;
import io.soakstream.tuner.report.DecisionText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells how the tuner came to a decision. */
@Command(
        name = "explain",
        description = "Tells how the tuner came to its decision about an iteration, or about all of a recorded soak.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:explained",
            "1:explained, but part of the recording was refused",
            "2:there is no such iteration",
            "64:a path or an option is wrong"
        })
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..2",
            paramLabel = "RUN ITERATION",
            description = "Run (bot:run, or run; iteration files have no name, so any will do) and number.")
    private List<String> subject = List.of();

    @Option(
            names = "--recording",
            required = true,
            paramLabel = "PATH",
            description =
                    "Directory of ITER_SUMMARY_<n>.json (or of soak/latest, latest below it), .jsonl or recording.")
    private Path recording;

    @Option(names = "--all", description = "Every iteration, one line each.")
    private boolean all;

    @Option(
            names = "--json",
            description = "JSON: one object; with --all one per line. Decimals are strings without trailing zeros.")
    private boolean json;

    @Option(
            names = "--retune",
            description = "Let our tuner decide although the files say what another one did: --tuning own.")
    private boolean retune;

    @Mixin
    private final LineageOptions lineage = new LineageOptions();

    @Mixin
    private final TunerOptions tuner;

    @Mixin
    private SourceOptions source;

    ExplainCommand(Map<String, String> environment) {
        tuner = new TunerOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        checkSubject();
        RecordedSoak soak;
        try {
            soak = new SoakReader().read(recording, readOptions());
        } catch (NoIterationsException empty) {
            tell("soak: " + empty.getMessage());
            return ExitCode.INCONCLUSIVE;
        }
        checkRun(soak);
        OfflineExplanation explanation = OfflineExplanation.of(soak, tuner::over);
        explanation.notes().forEach(note -> tell("note: " + note));
        explanation.refusals().forEach(refusal -> tell("refused: " + refusal));
        Optional<String> text = all ? Optional.of(everything(explanation)) : one(soak, explanation);
        if (text.isEmpty()) {
            tell("soak: no decision about iteration " + subject.get(1) + " in " + recording + iterations(explanation));
            return ExitCode.INCONCLUSIVE;
        }
        print(text.get());
        return explanation.refusals().isEmpty() ? ExitCode.OK : ExitCode.FAIL;
    }

    private static String iterations(OfflineExplanation explanation) {
        List<Decision> decisions = explanation.decisions();
        return decisions.isEmpty()
                ? ""
                : "; it has " + decisions.get(0).run().lastIteration() + " to "
                        + decisions.get(decisions.size() - 1).run().lastIteration();
    }

    private void checkSubject() {
        if (all ? subject.size() > 1 : subject.size() != 2) {
            throw new ParameterException(
                    spec.commandLine(), "give RUN and ITERATION, or --all (and perhaps RUN) for every iteration");
        }
        if (all && lineage.isAsked()) {
            throw new ParameterException(spec.commandLine(), "--lineage is of one iteration, not of --all");
        }
        if (!all) {
            iteration();
        }
    }

    private int iteration() {
        try {
            return Integer.parseInt(subject.get(1));
        } catch (NumberFormatException noNumber) {
            throw new ParameterException(
                    spec.commandLine(), "ITERATION: '" + subject.get(1) + "' is no whole number", noNumber);
        }
    }

    /** Iteration files carry no name; a recording is of one run only. */
    private void checkRun(RecordedSoak soak) {
        if (soak.header().isEmpty() || subject.isEmpty()) {
            return;
        }
        String asked = subject.get(0);
        if (!asked.equals(soak.key().text()) && !asked.equals(soak.key().run())) {
            throw new ParameterException(
                    spec.commandLine(), "RUN: the recording is of " + soak.key() + ", not of " + asked);
        }
    }

    private ReadOptions readOptions() {
        ReadOptions options = source.readOptions(spec.commandLine());
        if (retune && options.tuning().filter(TuningMode.RECORDED::equals).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--retune and --tuning recorded exclude each other");
        }
        return retune ? options.withTuning(Optional.of(TuningMode.OWN)) : options;
    }

    private String everything(OfflineExplanation explanation) {
        return json
                ? explanation.decisions().stream()
                        .map(decision -> DecisionJson.line(decision) + "\n")
                        .collect(Collectors.joining())
                : DecisionText.overview(explanation.decisions());
    }

    private Optional<String> one(RecordedSoak soak, OfflineExplanation explanation) {
        Optional<Decision> found = explanation.decisions().stream()
                .filter(decision -> decision.run().lastIteration() == iteration())
                .findFirst();
        String title = soak.header().isPresent() ? soak.key().text() : subject.get(0);
        Optional<Lineage> after = found.isPresent() ? lineage.of(soak, iteration(), tuner) : Optional.empty();
        return found.map(decision -> json
                ? LineageOptions.json(DecisionJson.explained(decision), after) + "\n"
                : LineageOptions.text(new DecisionText(ParameterCatalogue.standard()).render(title, decision), after));
    }

    private void tell(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }

    private void print(String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        if (out.checkError() || System.out.checkError()) {
            throw new UncheckedIOException(new IOException("standard output cannot be written"));
        }
    }
}
