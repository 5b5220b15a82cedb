package io.soakstream.deploy.offline;

import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.Decision;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Why a recorded soak was decided as it was: its events go through the tuner's own topology, which shows each decision
 * with all that led to it.
 *
 * @param decisions about iterations, in order
 * @param refusals what could not be read or was refused, in words
 * @param notes what a reader must know
 */
public record OfflineExplanation(List<Decision> decisions, List<String> refusals, List<String> notes) {
    public OfflineExplanation {
        decisions = List.copyOf(decisions);
        refusals = List.copyOf(refusals);
        notes = List.copyOf(notes);
    }

    /** @param settings gives what holds, from the recording's configuration, or else the default */
    public static OfflineExplanation of(RecordedSoak soak, UnaryOperator<TunerConfig> settings) {
        OfflineRun run = OfflineRun.of(soak, settings);
        List<String> refusals = new ArrayList<>();
        soak.rejections().forEach(rejection -> refusals.add(rejection.toString()));
        List<Decision> decisions = new ArrayList<>();
        AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
        Path directory = OfflineDriver.temporaryDirectory();
        try (OfflineTuner tuner =
                new OfflineTuner(run.config(), Topics.standard(), serdes, directory, decisions::add)) {
            tuner.decide(run.events(), refusals);
        } finally {
            OfflineDriver.delete(directory);
        }
        decisions.removeIf(decision -> decision.accepted().iteration().isEmpty());
        return new OfflineExplanation(decisions, refusals, run.notes());
    }
}
