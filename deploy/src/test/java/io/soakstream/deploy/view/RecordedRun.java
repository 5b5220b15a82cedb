package io.soakstream.deploy.view;

import io.soakstream.deploy.offline.OfflinePipeline;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A recorded soak, tuned by us, as the topics would hold it: from the production topologies. */
public final class RecordedRun {
    private RecordedRun() {}

    public static RunRecords records(String soak, RunKey key) throws IOException {
        return records(soak, key, TunerConfig.defaults());
    }

    /** The same by a tuner with a configuration of its own. */
    public static RunRecords records(String soak, RunKey key, TunerConfig config) throws IOException {
        try (OfflinePipeline pipeline = new OfflinePipeline(config, GateConfig.defaults())) {
            pipeline.run(events(soak, key));
            return pipeline.records(key.text());
        }
    }

    /** The events of it. */
    public static List<SoakEvent> events(String soak, RunKey key) throws IOException {
        return new SoakReader()
                .read(Path.of("src/test/resources/recorded", soak), options())
                .as(key)
                .events();
    }

    private static ReadOptions options() {
        return ReadOptions.defaults().withTuning(Optional.of(TuningMode.OWN));
    }

    /** Puts it into a view, topic by topic; the n-th record of a topic has the offset n. */
    public static void into(CommittedView view, RunRecords run) {
        add(view, run.decisions());
        add(view, run.applications());
        add(view, run.overrides());
        add(view, run.verdicts());
    }

    private static void add(CommittedView view, Iterable<?> records) {
        long offset = 0;
        for (Object record : records) {
            view.add(record, 0, offset);
            offset++;
        }
    }
}
