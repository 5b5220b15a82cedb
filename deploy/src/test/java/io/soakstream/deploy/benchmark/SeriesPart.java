package io.soakstream.deploy.benchmark;

import io.soakstream.deploy.offline.OfflinePipeline;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.tuner.config.TunerConfig;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/**
 * One run after the other, each longer, tuned and judged without a broker: time must grow with the iterations and not with
 * their square. The earlier system read its files anew with every iteration.
 */
final class SeriesPart {
    /** Iterations to the time of the earlier system (s), on another machine. */
    private static final Map<Integer, Double> EARLIER = new TreeMap<>(Map.of(200, 1.5, 400, 3.8, 800, 13.3));

    private static final int LONGER = 4_320;

    Observations run(int repeats) {
        Observations observations = new Observations("Tuning and judging one run, without a broker");
        measure(LONGER);
        for (int repeat = 0; repeat < repeats; repeat++) {
            EARLIER.keySet().forEach(iterations -> observe(observations, iterations));
            observe(observations, LONGER);
        }
        return observations;
    }

    private static void observe(Observations observations, int iterations) {
        String row = String.format(Locale.ROOT, "%,d iterations", iterations);
        double seconds = measure(iterations);
        observations.add(row, "s", seconds);
        observations.add(row, "us per iteration", seconds * 1e6 / iterations);
        if (EARLIER.containsKey(iterations)) {
            observations.add(row, "earlier system (s)", EARLIER.get(iterations));
        }
    }

    private static double measure(int iterations) {
        EventLoad load = new EventLoad("series", 1, 1, iterations);
        List<SoakEvent> events =
                LongStream.range(0, iterations).mapToObj(load::value).toList();
        long begin = System.nanoTime();
        try (OfflinePipeline pipeline = new OfflinePipeline(TunerConfig.defaults(), GateConfig.defaults())) {
            int verdicts = pipeline.run(events).verdicts().size();
            if (verdicts != iterations) {
                throw new IllegalStateException(verdicts + " verdicts of " + iterations + " iterations");
            }
        }
        return (System.nanoTime() - begin) / 1e9;
    }
}
