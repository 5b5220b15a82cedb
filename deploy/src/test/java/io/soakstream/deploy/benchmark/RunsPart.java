package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.util.List;
import java.util.Locale;

/**
 * What a record costs, and how long a start takes, with state of so many runs. The state is written straight into the
 * changelog before the start: every run has a full window and a full memory of iterations, whatever their number.
 */
final class RunsPart {
    private final Bench bench;
    private final SampleRun sample;
    private final InputWriter writer;

    RunsPart(Bench bench, SampleRun sample) {
        this.bench = bench;
        this.sample = sample;
        this.writer = new InputWriter(bench.broker());
    }

    Observations run(List<Integer> scales, long records) {
        Observations observations = new Observations(String.format(
                Locale.ROOT,
                "Runs with state: %,d records on top of it (%,d B per run in the tuner's store, %,d B in the gate's)",
                records,
                sample.bytes(App.TUNER),
                sample.bytes(App.GATE)));
        for (int runs : scales) {
            measure(new EventLoad("many", runs, sample.iterations() + 1, records), observations);
        }
        return observations;
    }

    private void measure(EventLoad load, Observations observations) {
        Topics topics = bench.broker().newTopics("runs.");
        Input events = writer.events(topics.events(), load);
        for (StoreKind kind : StoreKind.values()) {
            Trial trial = bench.appWithState(App.TUNER, sample, topics, kind, load, events);
            observe(observations, App.TUNER, kind, load, trial);
        }
        Input decisions =
                CommittedRecords.count(bench.broker(), topics.decisions().name());
        for (StoreKind kind : StoreKind.values()) {
            Trial trial = bench.appWithState(App.GATE, sample, topics, kind, load, decisions);
            observe(observations, App.GATE, kind, load, trial);
        }
    }

    private static void observe(Observations observations, App app, StoreKind kind, EventLoad load, Trial trial) {
        String row = String.format(
                Locale.ROOT, "%s, %s, %,d runs", app.label(), kind.name().toLowerCase(Locale.ROOT), load.runs());
        observations.add(row, "start to running (s)", trial.startSeconds());
        trial.processing().observe(observations, row);
    }
}
