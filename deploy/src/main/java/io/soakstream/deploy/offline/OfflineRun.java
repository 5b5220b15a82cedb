package io.soakstream.deploy.offline;

import io.soakstream.producer.recording.RecordingHeader;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.UnsupportedSourceException;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.setting.SettingReference;
import io.soakstream.tuner.config.TunerConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A recorded soak made ready to be decided.
 *
 * @param config what it is decided by
 * @param events in order; a run that is pinned to another configuration is released from it
 * @param notes what a reader of the result must know
 */
public record OfflineRun(TunerConfig config, List<SoakEvent> events, List<String> notes) {
    public OfflineRun {
        events = List.copyOf(events);
        notes = List.copyOf(notes);
    }

    /** @param settings gives what holds, from the recording's configuration, or else the default */
    public static OfflineRun of(RecordedSoak soak, UnaryOperator<TunerConfig> settings) {
        List<String> notes = new ArrayList<>(soak.notes());
        TunerConfig recorded =
                soak.header().map(OfflineRun::recordedConfiguration).orElseGet(TunerConfig::defaults);
        TunerConfig asked = settings.apply(recorded);
        Optional<String> decidedBy = Optional.empty();
        if (soak.header().isPresent() && !asked.equals(recorded)) {
            notes.add("decided by another configuration than the recording's: " + differences(recorded, asked));
            decidedBy = Optional.of(recorded.digest());
        }
        List<SoakEvent> events = released(soak.events(), asked, decidedBy, notes);
        return new OfflineRun(asked, events, notes);
    }

    private static String differences(TunerConfig recorded, TunerConfig asked) {
        Map<String, String> before = new HashMap<>();
        SettingReference.rows(TunerConfig.ROOT, recorded).forEach(row -> before.put(row.path(), row.text()));
        return SettingReference.rows(TunerConfig.ROOT, asked).stream()
                .filter(row -> !row.text().equals(before.get(row.path())))
                .map(row -> row.path() + " is " + row.text() + ", was " + before.get(row.path()))
                .collect(Collectors.joining("; "));
    }

    private static TunerConfig recordedConfiguration(RecordingHeader header) {
        String json = header.context().configuration();
        try {
            return json == null || json.isBlank() ? TunerConfig.defaults() : TunerConfig.parse(json);
        } catch (IllegalArgumentException invalid) {
            throw new UnsupportedSourceException("the recording's header: " + invalid.getMessage());
        }
    }

    /** A run that is pinned to another configuration is decided by ours, and both it and its reader are told. */
    private static List<SoakEvent> released(
            List<SoakEvent> events, TunerConfig config, Optional<String> decidedBy, List<String> notes) {
        List<SoakEvent> released = new ArrayList<>(events);
        released.replaceAll(event -> event.getRunStarted() == null ? event : released(event, config, decidedBy, notes));
        return released;
    }

    private static SoakEvent released(
            SoakEvent event, TunerConfig config, Optional<String> decidedBy, List<String> notes) {
        RunStarted start = event.getRunStarted();
        Optional<String> pinned =
                Optional.ofNullable(start.getConfigurationDigest()).filter(digest -> !digest.equals(config.digest()));
        pinned.ifPresent(digest -> notes.add(
                "the run is pinned to decision configuration " + digest + ", judged with " + config.digest()));
        Optional<String> other = pinned.or(() -> decidedBy);
        if (other.isEmpty() && start.getDecidedBy() == null) {
            return event;
        }
        RunStarted free = RunStarted.newBuilder(start)
                .setConfigurationDigest(pinned.isPresent() ? null : start.getConfigurationDigest())
                .setDecidedBy(other.orElse(null))
                .build();
        return SoakEvent.newBuilder(event).setRunStarted(free).build();
    }
}
