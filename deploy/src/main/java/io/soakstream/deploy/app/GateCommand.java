package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.DeltaEvidence;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.gate.report.VerdictTable;
import io.soakstream.gate.report.snapshot.SnapshotJson;
import io.soakstream.producer.app.SourceOptions;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a recorded soak without a broker and goes by its verdict. */
@Command(
        name = "gate",
        description = {
            "Judges a recorded soak, without a broker, by the topologies that run in production.",
            "What the recording was decided by holds again, where no file, variable or flag says otherwise.",
            "Judged by several policies, it goes by the worst of them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PASS or WARN; with --strict PASS alone",
            "1:FAIL, also if too few of the proposals were applied or excused",
            "2:INCONCLUSIVE, no iteration, or part of the recording was refused",
            "64:a path, a policy, a setting or an option is wrong",
            "70:an error of the program"
        })
final class GateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--recording",
            required = true,
            paramLabel = "PATH",
            description =
                    "Directory of ITER_SUMMARY_<n>.json (or of soak/latest, latest below it), .jsonl or recording.")
    private Path recording;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Option(
            names = "--strict",
            description = "Nothing passes but a freeze-ready PASS of a run of which 95 %% of the proposals were applied"
                    + " or excused, and whose bot, if it was a live one, has confirmed what it ran with.")
    private boolean strict;

    @Mixin
    private final TunerOptions tuner;

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    @Option(names = "--json", description = "One JSON object on standard output, nothing else there.")
    private boolean json;

    @Mixin
    private SourceOptions source;

    GateCommand(Map<String, String> environment) {
        tuner = new TunerOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        GateConfig config = policies.config(spec.commandLine());
        List<String> names = config.policies().stream().map(Policy::name).toList();
        OfflineGate gate = new OfflineGate(config, tuner::over);
        RecordedSoak soak;
        try {
            soak = new SoakReader().read(recording, source.readOptions(spec.commandLine()));
        } catch (NoIterationsException empty) {
            return nothing(List.of(), empty.getMessage());
        }
        Optional<RunAccount> account = reports.areWanted() ? Optional.of(gate.account(soak)) : Optional.empty();
        OfflineGate.Judged judged =
                account.map(run -> OfflineGate.Judged.of(run, names)).orElseGet(() -> gate.judge(soak));
        judged.notes().forEach(note -> tell("note: " + note));
        judged.refusals().forEach(refusal -> tell("refused: " + refusal));
        if (judged.last().isEmpty()) {
            return nothing(judged.refusals(), "no iteration of " + recording + " could be judged");
        }
        GateRule rule = strict ? GateRule.STRICT : GateRule.NORMAL;
        long withoutEvidence = OfflineGate.withoutEvidence(soak);
        List<Verdict> verdicts = RuledVerdict.all(judged.lasts(), judged.refusals(), rule).stream()
                .map(verdict -> DeltaEvidence.applied(verdict, withoutEvidence))
                .toList();
        if (account.isPresent()) {
            reports.write(new AccountedRun(recording, account.get(), names, rule));
        }
        print(
                json
                        ? SnapshotJson.render(verdicts, judged.refusals())
                        : String.format("%nsoak gate: %s%n%n%s", recording, VerdictTable.render(verdicts)));
        return VerdictExit.ofWorst(verdicts);
    }

    private int nothing(List<String> refusals, String why) {
        tell("soak: " + why);
        if (json) {
            print(SnapshotJson.renderNothing(refusals));
        }
        return ExitCode.INCONCLUSIVE;
    }

    private void tell(String line) {
        spec.commandLine().getErr().println(line);
        spec.commandLine().getErr().flush();
    }

    private void print(String text) {
        spec.commandLine().getOut().print(text);
        // A full disk must not look like a verdict that was delivered; the stream below knows it, the writer does not.
        if (spec.commandLine().getOut().checkError() || System.out.checkError()) {
            throw new UncheckedIOException(new IOException("standard output cannot be written"));
        }
    }
}
