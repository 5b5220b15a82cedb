package io.soakstream.deploy.offline;

import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.account.RunAccounts;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.report.PolicyJson;
import io.soakstream.producer.recording.RecordingHeader;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.tuner.config.TunerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Judges a recorded soak without a broker. */
public final class OfflineGate {
    private static final String SNAPSHOT = "snapshot";

    private final GateConfig policies;
    private final UnaryOperator<TunerConfig> settings;

    /** Decides as the recording was decided, or else by the defaults. */
    public OfflineGate(GateConfig policies) {
        this(policies, UnaryOperator.identity());
    }

    /** @param settings gives what holds, from the recording's configuration, or else the default */
    public OfflineGate(GateConfig policies, UnaryOperator<TunerConfig> settings) {
        this.policies = policies;
        this.settings = settings;
    }

    /**
     * The judgement of a soak.
     *
     * @param lasts the last verdict of each policy, in the order of the policies; empty if not one iteration could be
     *     judged
     * @param verdicts all verdicts, in order
     * @param refusals what could not be read or was refused, in words; while there are any, nothing passes
     * @param notes what a reader of the verdict must know
     */
    public record Judged(List<Verdict> lasts, List<Verdict> verdicts, List<String> refusals, List<String> notes) {

        /**
         * The judgement in an account, by some of its policies.
         *
         * @param policies their names
         */
        public static Judged of(RunAccount account, List<String> policies) {
            return new Judged(
                    by(policies, account.lasts()),
                    by(policies, account.verdicts()),
                    account.refusals(),
                    account.notes());
        }

        private static List<Verdict> by(List<String> policies, List<Verdict> verdicts) {
            return verdicts.stream()
                    .filter(verdict -> policies.contains(verdict.getPolicy()))
                    .toList();
        }

        /** That of the first policy. */
        public Optional<Verdict> last() {
            return lasts.stream().findFirst();
        }
    }

    public Judged judge(RecordedSoak soak) {
        return over(
                soak,
                policies,
                (pipeline, result) -> new Judged(
                        RunAccount.lasts(result.verdicts()), result.verdicts(), result.refusals(), result.notes()));
    }

    /**
     * Everything that is known of the run: more than the judgement, and dearer. The policy of the published snapshot
     * judges it too, after those that were given; it changes nothing in their chains.
     */
    public RunAccount account(RecordedSoak soak) {
        return over(
                soak,
                withSnapshot(),
                (pipeline, result) ->
                        RunAccounts.of(pipeline.records(soak.key().text()), result.notes(), result.refusals()));
    }

    /** Whether it is judged by what another tuner's recording says of its own proposals: that is to be verified. */
    public static boolean restsOnRecordedDeltas(RecordedSoak soak) {
        boolean judgedAsRecorded = soak.events().stream()
                .map(SoakEvent::getRunStarted)
                .anyMatch(started -> started != null && started.getTuning() == TuningMode.RECORDED);
        return judgedAsRecorded
                && soak.events().stream()
                        .map(SoakEvent::getIterationSummary)
                        .filter(summary -> summary != null && summary.getRecordedTuning() != null)
                        .anyMatch(summary ->
                                !summary.getRecordedTuning().getProposed().isEmpty());
    }

    private GateConfig withSnapshot() {
        if (policies.policies().stream().anyMatch(policy -> policy.name().equals(SNAPSHOT))) {
            return policies;
        }
        return new GateConfig(Stream.concat(policies.policies().stream(), Stream.of(PolicyReader.read(SNAPSHOT)))
                .toList());
    }

    /** What came out of the pipeline, with what is known beside it. */
    private record Outcome(List<Verdict> verdicts, List<String> refusals, List<String> notes) {}

    private <T> T over(RecordedSoak soak, GateConfig config, BiFunction<OfflinePipeline, Outcome, T> reader) {
        OfflineRun run = OfflineRun.of(soak, settings);
        List<String> notes = new ArrayList<>(run.notes());
        soak.header().ifPresent(header -> notePolicies(header, notes));
        List<String> refusals = new ArrayList<>();
        soak.rejections().forEach(rejection -> refusals.add(rejection.toString()));
        try (OfflinePipeline pipeline = new OfflinePipeline(run.config(), config)) {
            OfflinePipeline.Result result = pipeline.run(run.events());
            refusals.addAll(result.refusals());
            return reader.apply(pipeline, new Outcome(result.verdicts(), List.copyOf(refusals), List.copyOf(notes)));
        }
    }

    private void notePolicies(RecordingHeader header, List<String> notes) {
        String recorded = header.context().policies();
        if (recorded != null && !recorded.isBlank() && !recorded.equals(PolicyJson.of(policies.policies()))) {
            notes.add("judged by other policies than the recording names: its digests are others");
        }
    }
}
