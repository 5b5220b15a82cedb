package io.soakstream.deploy.app;

import io.soakstream.deploy.cluster.ClusterRecords;
import io.soakstream.deploy.cluster.ClusterVerdicts;
import io.soakstream.deploy.cluster.LatestRun;
import io.soakstream.deploy.cluster.RangeSoak;
import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.account.RunAccounts;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.DeltaEvidence;
import io.soakstream.producer.app.SourceOptions;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.domain.RunSelector;
import io.soakstream.producer.recording.TopicRange;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.topic.TopicPreflight;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The flags that say what a gate judges: a recorded soak, a run on a cluster, or a range of its events. */
final class GateSource {
    private static final String LATEST = "latest";
    private static final String CONFIG = "--config";
    /** How a soak is read, and what it is decided by. */
    private static final List<String> OFFLINE = List.of(
            CONFIG,
            "--set",
            "--last-n",
            "--tuning",
            "--risk-unit",
            "--period-seconds",
            "--profile",
            "--preset",
            "--warmup");

    private static final long MAX_TIMEOUT_SECONDS = 30L * 24 * 3600;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Subject subject;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "With --run: how long to wait for the end of the run; what has not ended by then is"
                    + " INCONCLUSIVE (default: ${DEFAULT-VALUE}).")
    private long timeoutSeconds;

    @Mixin
    private final Connection connection = Connection.impatient();

    @Mixin
    private SourceOptions source;

    /** One of them, no two. */
    private static final class Subject {
        @Option(
                names = "--recording",
                paramLabel = "PATH",
                description = "Directory of ITER_SUMMARY_<n>.json (or of soak/latest, latest below it), .jsonl or"
                        + " recording.")
        private Path recording;

        @Option(
                names = "--run",
                paramLabel = "BOT:RUN",
                description = "A run on a cluster, by what its gate says of it; BOT:latest is the bot's latest. Without"
                        + " --policy it is judged by all policies that the gate has.")
        private String run;

        @Option(
                names = "--topic-range",
                paramLabel = "TOPIC:PARTITION:FROM-TO",
                description = "Events of one run between two offsets, both included, judged here.")
        private String topicRange;
    }

    /** What is judged, for people. */
    String subject() {
        if (subject.recording != null) {
            return subject.recording.toString();
        }
        return subject.run != null ? subject.run : subject.topicRange;
    }

    /** Whether a run on a cluster is judged, by what its gate says. */
    boolean isCluster() {
        return subject.run != null;
    }

    /**
     * What says how a soak is read and decided says nothing of a run that a cluster has decided and judged.
     *
     * @param compared whether a baseline is read too: of that it does
     * @param notified whether somebody is told: of that the file does
     * @throws ParameterException it is said of such a run
     */
    void check(boolean compared, boolean notified) {
        if (!isCluster() || compared) {
            return;
        }
        OFFLINE.stream()
                .filter(flag -> !(notified && flag.equals(CONFIG)))
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(flag -> {
                    throw new ParameterException(
                            spec.commandLine(), flag + ": with --run the cluster has decided and judged already");
                });
    }

    /**
     * Everything there is to go by.
     *
     * @param gate judges what is judged here
     * @param policies that it judges by
     * @param asked whether they were asked for: of a run on a cluster all policies of its gate count otherwise
     * @param whole whether the account of the run is needed too
     * @throws io.soakstream.producer.domain.NoIterationsException there is nothing to judge
     */
    GateFindings findings(OfflineGate gate, List<Policy> policies, boolean asked, boolean whole) throws IOException {
        if (subject.recording != null) {
            return ofPath(subject.recording, gate, policies, whole);
        }
        try (connection) {
            return isCluster()
                    ? onCluster(asked ? Optional.of(policies) : Optional.empty(), whole)
                    : inRange(gate, policies, whole);
        }
    }

    /** A soak that lies at a path, judged here. */
    GateFindings ofPath(Path path, OfflineGate gate, List<Policy> policies, boolean whole) throws IOException {
        RecordedSoak soak = new SoakReader().read(path, source.readOptions(spec.commandLine()));
        return GateFindings.of(path, soak, gate, policies, whole);
    }

    private GateFindings inRange(OfflineGate gate, List<Policy> policies, boolean whole) throws IOException {
        TopicRange range = parsed("--topic-range: ", () -> TopicRange.parse(subject.topicRange));
        TopicPreflight.requireNamed(connection.clientProperties(), List.of(range.topic()));
        try (TemporaryDirectory scratch = TemporaryDirectory.create("soak-range-")) {
            RecordedSoak soak =
                    RangeSoak.read(connection, range, source.readOptions(spec.commandLine()), scratch.path());
            return GateFindings.of(Path.of(range.toString()), soak, gate, policies, whole);
        }
    }

    private GateFindings onCluster(Optional<List<Policy>> policies, boolean whole) {
        RunSelector asked = parsed("--run: ", () -> RunSelector.parse(subject.run));
        Duration timeout = timeout();
        TopicPreflight.require(
                connection.clientProperties(),
                connection.topics().events(),
                connection.topics().verdicts(),
                connection.topics().deadLetters());
        ClusterVerdicts judged = ClusterVerdicts.await(connection, resolved(asked), timeout);
        List<Verdict> lasts = judged.lasts();
        List<String> refusals = new ArrayList<>(judged.refusals());
        List<Verdict> wanted =
                policies.map(named -> only(named, lasts, refusals)).orElse(lasts);
        List<String> notes = List.of("judged by the gate of the cluster: run " + judged.key());
        boolean recorded = lasts.stream().anyMatch(verdict -> verdict.getTuning() == TuningMode.RECORDED);
        Optional<RunRecords> records =
                whole || recorded ? Optional.of(ClusterRecords.of(connection, judged)) : Optional.empty();
        Optional<RunAccount> account = records.map(known -> RunAccounts.of(known, notes, refusals));
        return new GateFindings(
                judged.key(),
                Path.of(judged.key()),
                wanted,
                refusals,
                notes,
                account.map(DeltaEvidence::of).orElse(DeltaEvidence.NOT_ASKED),
                account);
    }

    /** What was asked for and is not there counts as refused: a gate does not pass by what others asked. */
    private static List<Verdict> only(List<Policy> asked, List<Verdict> lasts, List<String> refusals) {
        List<Verdict> wanted = new ArrayList<>();
        for (Policy policy : asked) {
            Optional<Verdict> verdict = lasts.stream()
                    .filter(last -> last.getPolicy().equals(policy.name()))
                    .filter(last -> last.getPolicyVersion().equals(policy.version()))
                    .findFirst();
            String named = "policy " + policy.name() + " (version " + policy.version() + "): ";
            verdict.ifPresentOrElse(
                    wanted::add, () -> refusals.add(named + "the gate of the cluster did not judge the run by it"));
            verdict.flatMap(judged -> PolicyDifference.of(policy, judged))
                    .ifPresent(difference ->
                            refusals.add(named + "the gate of the cluster has another of this name: " + difference));
        }
        return wanted;
    }

    private RunSelector resolved(RunSelector asked) {
        if (!asked.run().equals(LATEST)) {
            return asked;
        }
        String bot = asked.bot()
                .orElseThrow(
                        () -> new ParameterException(spec.commandLine(), "--run: latest of which bot? BOT:latest"));
        RunKey latest = LatestRun.of(connection, bot);
        return new RunSelector(Optional.of(latest.bot()), latest.run());
    }

    private Duration timeout() {
        if (timeoutSeconds < 0 || timeoutSeconds > MAX_TIMEOUT_SECONDS) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--timeout must be from 0 to " + MAX_TIMEOUT_SECONDS + " seconds: " + timeoutSeconds);
        }
        return Duration.ofSeconds(timeoutSeconds);
    }

    private <T> T parsed(String option, Supplier<T> parser) {
        try {
            return parser.get();
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), option + unusable.getMessage(), unusable);
        }
    }
}
