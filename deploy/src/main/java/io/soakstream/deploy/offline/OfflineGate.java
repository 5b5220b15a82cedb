package io.soakstream.deploy.offline;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.report.PolicyJson;
import io.soakstream.producer.recording.RecordingHeader;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.tuner.config.TunerConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Judges a recorded soak without a broker. */
public final class OfflineGate {
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

        /** That of the first policy. */
        public Optional<Verdict> last() {
            return lasts.stream().findFirst();
        }
    }

    public Judged judge(RecordedSoak soak) {
        OfflineRun run = OfflineRun.of(soak, settings);
        List<String> notes = new ArrayList<>(run.notes());
        soak.header().ifPresent(header -> notePolicies(header, notes));
        List<String> refusals = new ArrayList<>();
        soak.rejections().forEach(rejection -> refusals.add(rejection.toString()));
        try (OfflinePipeline pipeline = new OfflinePipeline(run.config(), policies)) {
            OfflinePipeline.Result result = pipeline.run(run.events());
            refusals.addAll(result.refusals());
            return new Judged(lasts(result.verdicts()), result.verdicts(), List.copyOf(refusals), List.copyOf(notes));
        }
    }

    private static List<Verdict> lasts(List<Verdict> verdicts) {
        Map<String, Verdict> lasts = new LinkedHashMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.getIterationsTotal() > 0)
                .forEach(verdict -> lasts.put(verdict.getPolicy(), verdict));
        return List.copyOf(lasts.values());
    }

    private void notePolicies(RecordingHeader header, List<String> notes) {
        String recorded = header.context().policies();
        if (recorded != null && !recorded.isBlank() && !recorded.equals(PolicyJson.of(policies.policies()))) {
            notes.add("judged by other policies than the recording names: its digests are others");
        }
    }
}
