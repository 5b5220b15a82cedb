package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** Time from when an event was due at the bot until a committed verdict about it is read, through tuner and gate. */
final class LatencyPart {
    private static final int RUNS = 100;

    private final Bench bench;
    private final Topics topics;

    LatencyPart(Bench bench) {
        this.bench = bench;
        this.topics = bench.broker().newTopics("latency.");
    }

    Observations run(List<Integer> ratesPerSecond, Duration time) {
        Observations observations = new Observations(String.format(
                Locale.ROOT, "Event to verdict: %d runs, memory, 1 thread each, commit every 100 ms", RUNS));
        try (Pipeline tuner = bench.app(bench.newId("tuner"), App.TUNER, topics, StoreKind.MEMORY, 1);
                Pipeline gate = bench.app(bench.newId("gate"), App.GATE, topics, StoreKind.MEMORY, 1)) {
            tuner.start();
            gate.start();
            Trial.await(tuner, Duration.ofMillis(10), tuner::isRunning);
            Trial.await(gate, Duration.ofMillis(10), gate::isRunning);
            // Unrecorded: connections, metadata, and code that was not compiled yet.
            measure(ratesPerSecond.get(0), "warm", time.dividedBy(2));
            for (int rate : ratesPerSecond) {
                Histogram micros = measure(rate, "rate" + rate, time);
                String row = String.format(Locale.ROOT, "%,d events/s", rate);
                observations.addLatencies(row, "events", micros, 50, 90, 99);
            }
        }
        return observations;
    }

    private Histogram measure(int ratePerSecond, String bot, Duration time) {
        EventLoad load = new EventLoad(bot, RUNS, 1, ratePerSecond * time.toMillis() / 1_000);
        OpenLoop<SoakEvent> generator = new OpenLoop<>(bench.broker(), topics.events(), load, ratePerSecond);
        try (VerdictClock clock = new VerdictClock(bench.broker(), topics.verdicts(), load)) {
            generator.start();
            Histogram latencies = clock.await(generator::dueNanos);
            generator.await();
            return latencies;
        }
    }
}
