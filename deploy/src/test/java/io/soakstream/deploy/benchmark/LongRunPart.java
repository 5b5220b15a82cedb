package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.util.Locale;

/** One run of very many iterations: what is kept of it, and the heap, near its beginning and at its end. */
final class LongRunPart {
    private static final double MIB = 1024.0 * 1024;
    /** Where the first look is taken: everything that is bounded has reached its bound (iterations). */
    private static final int EARLY = 1_000;

    private final Bench bench;
    private final Topics topics;

    LongRunPart(Bench bench) {
        this.bench = bench;
        this.topics = bench.broker().newTopics("long.");
    }

    Observations run(int iterations) {
        Observations observations =
                new Observations(String.format(Locale.ROOT, "One run of %,d iterations, memory, 1 thread", iterations));
        InputWriter writer = new InputWriter(bench.broker());
        String tuner = bench.newId("tuner");
        String gate = bench.newId("gate");
        try (Pipeline tuning = bench.app(tuner, App.TUNER, topics, StoreKind.MEMORY, 1);
                Pipeline judging = bench.app(gate, App.GATE, topics, StoreKind.MEMORY, 1)) {
            tuning.start();
            judging.start();
            int done = 0;
            for (int until : new int[] {EARLY, iterations / 2, iterations}) {
                EventLoad load = new EventLoad("long", 1, done + 1, until - done);
                Input events = writer.events(topics.events(), load);
                Trial.awaitCommitted(bench.broker(), tuning, events);
                Input decisions = CommittedRecords.count(
                        bench.broker(), topics.decisions().name());
                Trial.awaitCommitted(bench.broker(), judging, decisions);
                bench.requireRecords(topics.verdicts().name(), until);
                observe(observations, until, tuner, gate);
                done = until;
            }
        }
        return observations;
    }

    private void observe(Observations observations, int iterations, String tuner, String gate) {
        String row = String.format(Locale.ROOT, "after %,d iterations", iterations);
        observations.add(row, "tuner state (B)", stateBytes(App.TUNER, tuner));
        observations.add(row, "gate state (B)", stateBytes(App.GATE, gate));
        observations.add(row, "heap after collection (MiB)", usedHeapBytes() / MIB);
    }

    private long stateBytes(App app, String applicationId) {
        return app.stores().stream()
                .mapToLong(store -> CommittedRecords.lastBytes(bench.broker(), App.changelog(applicationId, store)))
                .sum();
    }

    private static double usedHeapBytes() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
