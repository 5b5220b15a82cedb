package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.apache.kafka.streams.Topology;

/** Tuner and gate beside plain clients and pass-throughs that read the same bytes. */
final class ThroughputPart {
    private final Bench bench;
    private final SampleRun sample;
    private final Topics tuned;
    private final Topics judged;
    private final Topics scratch;
    private final Rounds rounds = new Rounds();

    /** @param prefix of the topics; others than those of any part before */
    ThroughputPart(Bench bench, SampleRun sample, String prefix) {
        this.bench = bench;
        this.sample = sample;
        this.tuned = bench.broker().newTopics(prefix + ".tuned.");
        this.judged = bench.broker().newTopics(prefix + ".judged.");
        this.scratch = bench.broker().newTopics(prefix + ".scratch.");
    }

    /** @param rows names of the rows to run */
    Observations run(EventLoad load, int repeats, Predicate<String> rows) {
        InputWriter writer = new InputWriter(bench.broker());
        Input events = writer.events(tuned.events(), load);
        bench.app(App.TUNER, judged, StoreKind.MEMORY, 1, writer.events(judged.events(), load));
        Input decisions =
                CommittedRecords.count(bench.broker(), judged.decisions().name());
        tunerRows(events);
        gateRows(decisions);
        rounds.keep(rows);
        Observations observations = new Observations(String.format(
                Locale.ROOT,
                "Throughput: %,d records of %,d runs (%.0f B per event, %.0f B per decision)",
                load.records(),
                load.runs(),
                events.bytesPerRecord(),
                decisions.bytesPerRecord()));
        rounds.run(repeats, observations);
        return observations;
    }

    private void tunerRows(Input events) {
        Transform<?, ?> transform = References.ofTuner(
                bench.broker().serdes(),
                sample,
                tuned.events().name(),
                scratch.decisions().name());
        references("events", transform, events);
        apps(App.TUNER, "events", tuned, events);
    }

    private void gateRows(Input decisions) {
        Transform<?, ?> transform = References.ofGate(
                bench.broker().serdes(),
                sample,
                judged.decisions().name(),
                scratch.verdicts().name());
        references("decisions", transform, decisions);
        apps(App.GATE, "decisions", judged, decisions);
    }

    private void references(String input, Transform<?, ?> transform, Input records) {
        String reference = passThrough(input, 1);
        rounds.add("plain clients, " + input, reference, () -> clients(transform, records));
        rounds.add(
                "bytes through Streams, " + input,
                reference,
                () -> streams(PassThrough.bytes(transform.source(), transform.sink()), 1, transform.sink(), records));
        for (int threads : List.of(1, 2)) {
            String name = passThrough(input, threads);
            rounds.add(name, name, () -> streams(PassThrough.typed(transform), threads, transform.sink(), records));
        }
    }

    private void apps(App app, String input, Topics topics, Input records) {
        for (StoreKind kind : StoreKind.values()) {
            for (int threads : List.of(1, 2)) {
                rounds.add(
                        app.label() + ", " + kind.name().toLowerCase(Locale.ROOT) + ", " + threads(threads),
                        passThrough(input, threads),
                        () -> bench.app(app, topics, kind, threads, records));
            }
        }
    }

    private Trial clients(Transform<?, ?> transform, Input input) {
        return bench.run(
                new RawLoop<>(bench.broker(), bench.newId("clients"), transform), scratch, transform.sink(), input);
    }

    private Trial streams(Topology topology, int threads, String sink, Input input) {
        return bench.run(bench.streams(bench.newId("pass"), scratch, topology, threads), scratch, sink, input);
    }

    private static String passThrough(String input, int threads) {
        return "pass-through, " + input + ", " + threads(threads);
    }

    private static String threads(int count) {
        return count + (count == 1 ? " thread" : " threads");
    }
}
