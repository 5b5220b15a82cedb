package io.soakstream.deploy.app;

import io.soakstream.deploy.app.GateNotifyOptions.GateNotification;
import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.report.VerdictTable;
import io.soakstream.gate.report.ci.GateOutcome;
import io.soakstream.gate.report.ci.GateOutcome.Regression;
import io.soakstream.gate.report.snapshot.SnapshotJson;
import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges a soak and goes by its verdict: one that was recorded, or one on a cluster. */
@Command(
        name = "gate",
        description = {
            "Judges a soak and goes by its verdict.",
            "A recorded one or a range of events is judged without a broker, by the topologies that run in production; a"
                    + " run on a cluster by what the gate there says of it.",
            "What a recording was decided by holds again, where no file, variable or flag says otherwise.",
            "Judged by several policies, it goes by the worst of them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PASS or WARN; with --strict PASS alone",
            "1:FAIL, also if too few of the proposals were applied or excused",
            "2:INCONCLUSIVE, no iteration, part of the input was refused, or the run has not ended in time",
            "64:a path, a policy, a setting or an option is wrong",
            "69:broker or registry cannot be reached, or a topic is missing",
            "70:an error of the program"
        })
final class GateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final GateSource source = new GateSource();

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
    private final ComparisonOptions comparison = new ComparisonOptions();

    @Mixin
    private final ReportOptions reports = new ReportOptions();

    @Mixin
    private final JobOptions job;

    @Mixin
    private final GateNotifyOptions notify;

    @Option(names = "--json", description = "One JSON object on standard output, nothing else there.")
    private boolean json;

    GateCommand(Map<String, String> environment) {
        tuner = new TunerOptions(environment);
        job = new JobOptions(environment);
        notify = new GateNotifyOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        begin();
        source.check(comparison.isAsked(), notify.isAsked());
        GateNotification notification = notify.prepare(source.isCluster(), tuner);
        GateConfig config = policies.config(spec.commandLine());
        OfflineGate gate = new OfflineGate(config, tuner::over);
        boolean whole = comparison.isAsked() || reports.areWanted();
        GateFindings found;
        try {
            found = source.findings(gate, config.policies(), policies.areGiven(spec.commandLine()), whole);
        } catch (NoIterationsException empty) {
            return nothing(List.of(), List.of(), empty.getMessage());
        }
        Terminal terminal = new Terminal(spec);
        found.notes().forEach(note -> terminal.tell("note: " + note));
        found.refusals().forEach(refusal -> terminal.tell("refused: " + refusal));
        if (found.lasts().isEmpty()) {
            return nothing(found.refusals(), found.notes(), "no iteration of " + found.subject() + " could be judged");
        }
        return goBy(found, gate, config, notification);
    }

    /** First of all, so that no error leaves the answer of an earlier gate where this one's is looked for. */
    private void begin() throws IOException {
        try {
            comparison.begin();
        } finally {
            job.begin(GateOutcome.unfinished(source.subject(), strict));
            reports.begin();
        }
    }

    private int goBy(GateFindings found, OfflineGate gate, GateConfig config, GateNotification notification)
            throws IOException {
        List<Verdict> verdicts = GateRules.ruled(found, strict);
        Optional<Regression> regression =
                comparison.isAsked() ? comparison.compare(found, gate, config, source) : Optional.empty();
        if (reports.areWanted()) {
            reports.write(new AccountedRun(
                    found.recording(), found.account().orElseThrow(), found.policies(), GateRules.rule(strict)));
        }
        job.write(new GateOutcome(found.subject(), strict, verdicts, found.refusals(), found.notes(), regression));
        new Terminal(spec)
                .print(
                        json
                                ? SnapshotJson.render(verdicts, found.refusals(), regression)
                                : String.format(
                                        "%nsoak gate: %s%n%n%s", found.subject(), VerdictTable.render(verdicts)));
        notification.send(verdicts, new Terminal(spec));
        return ComparisonOptions.worse(VerdictExit.ofWorst(verdicts), regression);
    }

    private int nothing(List<String> refusals, List<String> notes, String why) throws IOException {
        Terminal terminal = new Terminal(spec);
        terminal.tell("soak: " + why);
        List<String> problems = new ArrayList<>(refusals);
        problems.add(why);
        job.write(new GateOutcome(source.subject(), strict, List.of(), problems, notes, Optional.empty()));
        if (json) {
            terminal.print(SnapshotJson.renderNothing(refusals));
        }
        return ExitCode.INCONCLUSIVE;
    }
}
