package io.soakstream.deploy.offline;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.report.PolicyJson;
import io.soakstream.producer.recording.RecordingHeader;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.UnsupportedSourceException;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.tuner.config.TunerConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Judges a recorded soak without a broker. */
public final class OfflineGate {
    private final GateConfig policies;
    private final OptionalInt windowLength;

    /** @param windowLength instead of the recording's; empty: the recording's, or else the default */
    public OfflineGate(GateConfig policies, OptionalInt windowLength) {
        this.policies = policies;
        this.windowLength = windowLength;
    }

    /**
     * The judgement of a soak.
     *
     * @param last the final verdict; empty if not one iteration could be judged
     * @param verdicts all verdicts, in order
     * @param refusals what could not be read or was refused, in words; while there are any, nothing passes
     * @param notes what a reader of the verdict must know
     */
    public record Judged(Optional<Verdict> last, List<Verdict> verdicts, List<String> refusals, List<String> notes) {}

    public Judged judge(RecordedSoak soak) {
        List<String> notes = new ArrayList<>(soak.notes());
        TunerConfig config = configuration(soak, notes);
        List<SoakEvent> events = pinned(soak.events(), config, notes);
        soak.header().ifPresent(header -> notePolicies(header, notes));
        if (!soak.gaps().isEmpty()) {
            notes.add("missing iterations: " + soak.gaps());
        }
        if (soak.timesSynthesised()) {
            notes.add("event times are made up at the declared period: those of the source are missing or repeat");
        }
        List<String> refusals = new ArrayList<>();
        soak.rejections().forEach(rejection -> refusals.add(rejection.toString()));
        try (OfflinePipeline pipeline = new OfflinePipeline(config, policies)) {
            OfflinePipeline.Result result = pipeline.run(events);
            refusals.addAll(result.refusals());
            List<Verdict> verdicts = result.verdicts();
            Optional<Verdict> last =
                    verdicts.isEmpty() ? Optional.empty() : Optional.of(verdicts.get(verdicts.size() - 1));
            return new Judged(last, verdicts, List.copyOf(refusals), List.copyOf(notes));
        }
    }

    private void notePolicies(RecordingHeader header, List<String> notes) {
        String recorded = header.context().policies();
        if (recorded != null && !recorded.isBlank() && !recorded.equals(PolicyJson.of(policies.policies()))) {
            notes.add("judged by other policies than the recording names: its digests are others");
        }
    }

    private TunerConfig configuration(RecordedSoak soak, List<String> notes) {
        TunerConfig recorded =
                soak.header().map(OfflineGate::recordedConfiguration).orElseGet(TunerConfig::defaults);
        if (windowLength.isEmpty()) {
            return recorded;
        }
        TunerConfig asked = recorded.withWindowLength(windowLength.getAsInt());
        if (soak.header().isPresent() && !asked.equals(recorded)) {
            notes.add("judged with a window of " + asked.windowLength() + ", the recording has "
                    + recorded.windowLength());
        }
        return asked;
    }

    private static TunerConfig recordedConfiguration(RecordingHeader header) {
        String json = header.context().configuration();
        try {
            return json == null || json.isBlank() ? TunerConfig.defaults() : TunerConfig.parse(json);
        } catch (IllegalArgumentException invalid) {
            throw new UnsupportedSourceException("the recording's header: " + invalid.getMessage());
        }
    }

    /** A run that is pinned to another configuration is judged with ours, and that is said. */
    private static List<SoakEvent> pinned(List<SoakEvent> events, TunerConfig config, List<String> notes) {
        List<SoakEvent> pinned = new ArrayList<>(events);
        pinned.replaceAll(event -> {
            RunStarted start = event.getRunStarted();
            if (start == null
                    || start.getConfigurationDigest() == null
                    || start.getConfigurationDigest().equals(config.digest())) {
                return event;
            }
            notes.add("the run is pinned to decision configuration " + start.getConfigurationDigest() + ", judged with "
                    + config.digest());
            RunStarted released =
                    RunStarted.newBuilder(start).setConfigurationDigest(null).build();
            return SoakEvent.newBuilder(event).setRunStarted(released).build();
        });
        return pinned;
    }
}
