package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.util.List;
import java.util.Locale;

/**
 * What a record costs at the beginning of a run and far into it: the first 36 iterations of many runs, and 36 more
 * iterations of as many runs that have 64 or 100,000 behind them.
 */
final class LengthPart {
    private static final int SHORT_RUN = 36;

    private final Bench bench;

    LengthPart(Bench bench) {
        this.bench = bench;
    }

    /** @param samples runs of different lengths, each the past of all runs of one row */
    Observations run(List<SampleRun> samples, long records) {
        int runs = Math.toIntExact(records / SHORT_RUN);
        Observations observations = new Observations(String.format(
                Locale.ROOT, "Length of the runs: %d iterations of %,d runs, memory, 1 thread", SHORT_RUN, runs));
        first(new EventLoad("young", runs, 1, (long) runs * SHORT_RUN), observations);
        for (SampleRun sample : samples) {
            EventLoad load = new EventLoad("old", runs, sample.iterations() + 1, (long) runs * SHORT_RUN);
            later(sample, load, observations);
        }
        return observations;
    }

    private void first(EventLoad load, Observations observations) {
        Topics topics = bench.broker().newTopics("length.");
        Input events = new InputWriter(bench.broker()).events(topics.events(), load);
        observe(observations, App.TUNER, load, bench.app(App.TUNER, topics, StoreKind.MEMORY, 1, events));
        observe(observations, App.GATE, load, bench.app(App.GATE, topics, StoreKind.MEMORY, 1, decisions(topics)));
    }

    private void later(SampleRun sample, EventLoad load, Observations observations) {
        Topics topics = bench.broker().newTopics("length.");
        Input events = new InputWriter(bench.broker()).events(topics.events(), load);
        Trial tuner = bench.appWithState(App.TUNER, sample, topics, StoreKind.MEMORY, load, events);
        observe(observations, App.TUNER, load, tuner);
        Trial gate = bench.appWithState(App.GATE, sample, topics, StoreKind.MEMORY, load, decisions(topics));
        observe(observations, App.GATE, load, gate);
    }

    private Input decisions(Topics topics) {
        return CommittedRecords.count(bench.broker(), topics.decisions().name());
    }

    private static void observe(Observations observations, App app, EventLoad load, Trial trial) {
        trial.processing()
                .observe(
                        observations,
                        String.format(
                                Locale.ROOT,
                                "%s, iterations %,d to %,d",
                                app.label(),
                                load.firstIteration(),
                                load.firstIteration() + SHORT_RUN - 1));
    }
}
