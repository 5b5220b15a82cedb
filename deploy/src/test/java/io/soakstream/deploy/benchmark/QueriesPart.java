package io.soakstream.deploy.benchmark;

import io.soakstream.deploy.live.StoreApp;
import io.soakstream.deploy.live.StoreReaders;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/** What questions cost the topologies: idle and asked by turns, compared round by round. */
final class QueriesPart {
    private static final int QUERIES_PER_SECOND = 50;

    private final Bench bench;
    private final Topics topics;

    QueriesPart(Bench bench) {
        this.bench = bench;
        this.topics = bench.broker().newTopics("queried.");
    }

    Observations run(EventLoad load, int repeats) {
        Observations observations = new Observations(String.format(
                Locale.ROOT,
                "Queries: %,d records of %,d runs, idle and under %d questions/s, memory, 1 thread",
                load.records(),
                load.runs(),
                QUERIES_PER_SECOND));
        List<String> keys = LongStream.range(0, load.runs()).mapToObj(load::key).toList();
        Input events = new InputWriter(bench.broker()).events(topics.events(), load);
        for (int i = 0; i < repeats; i++) {
            compare(App.TUNER, StoreApp.TUNER, events, keys, observations);
        }
        bench.app(App.TUNER, topics, StoreKind.MEMORY, 1, events);
        Input decisions =
                CommittedRecords.count(bench.broker(), topics.decisions().name());
        for (int i = 0; i < repeats; i++) {
            compare(App.GATE, StoreApp.GATE, decisions, keys, observations);
        }
        return observations;
    }

    private void compare(App app, StoreApp stores, Input input, List<String> keys, Observations observations) {
        Trial idle = bench.app(app, topics, StoreKind.MEMORY, 1, input);
        StreamsPipeline pipeline = bench.app(bench.newId(app.label()), app, topics, StoreKind.MEMORY, 1);
        QueriedPipeline queried =
                new QueriedPipeline(pipeline, StoreReaders.of(stores, pipeline.reads()), keys, QUERIES_PER_SECOND);
        Trial asked = bench.run(queried, topics, app.output(topics).name(), input);
        if (queried.answered() == 0) {
            throw new IllegalStateException(
                    app.label() + ": no question was answered, so nothing was measured: " + queried.refusal());
        }
        idle.processing().observe(observations, app.label() + ", idle");
        String row = app.label() + ", asked";
        asked.processing().observe(observations, row);
        observations.add(
                row,
                "of idle",
                asked.processing().recordsPerSecond() / idle.processing().recordsPerSecond());
        observations.add(row, "answers", queried.answered());
    }
}
