package io.soakstream.deploy.proof;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.support.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * The events of many runs in the order in which one producer sends them. The same seed gives the same events.
 *
 * @param events of all runs, mixed
 * @param accepted iterations that the tuner must accept: one verdict each (count)
 */
record EventScript(List<SoakEvent> events, int accepted) {
    /** Beginning and end of a run are decided on as well (count). */
    private static final int FRAME_EVENTS = 2;

    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final double DUPLICATES = 0.02;
    private static final double LATE = 0.01;
    /** A run keeps its mood for so many iterations, about three windows (count). */
    private static final int MOOD_ITERATIONS = 25;

    static EventScript of(long seed, int runs, int iterations) {
        Random random = new Random(seed);
        List<List<SoakEvent>> open = new ArrayList<>();
        int late = 0;
        for (int run = 0; run < runs; run++) {
            Run made = new Run(new RunKey("bot" + run % 3, "run" + run), random);
            open.add(made.events(iterations));
            late += made.late;
        }
        return new EventScript(mixed(open, random), runs * iterations - late);
    }

    /** Decisions that the tuner must take: one for each accepted event (count). */
    int decisions() {
        return accepted + FRAME_EVENTS * byRun().size();
    }

    /** The events of each run in order, by run key. */
    Map<String, List<SoakEvent>> byRun() {
        return events.stream()
                .collect(Collectors.groupingBy(
                        event -> event.getBot() + ":" + event.getRun(), LinkedHashMap::new, Collectors.toList()));
    }

    /** A few events of one run, then of another: the order within each run stays. */
    private static List<SoakEvent> mixed(List<List<SoakEvent>> open, Random random) {
        List<SoakEvent> mixed = new ArrayList<>();
        while (!open.isEmpty()) {
            List<SoakEvent> run = open.get(random.nextInt(open.size()));
            List<SoakEvent> next = run.subList(0, Math.min(run.size(), 1 + random.nextInt(4)));
            mixed.addAll(next);
            next.clear();
            if (run.isEmpty()) {
                open.remove(run);
            }
        }
        return mixed;
    }

    /** Makes the events of one run. */
    private static final class Run {
        private final RunKey key;
        private final Random random;
        private int mood;
        private int late;

        Run(RunKey key, Random random) {
            this.key = key;
            this.random = random;
        }

        List<SoakEvent> events(int iterations) {
            List<SoakEvent> events = new ArrayList<>();
            events.add(event(0).setRunStarted(RunStarted.newBuilder()
                            .setTotalIterations(iterations)
                            .build())
                    .build());
            for (int number = 1; number <= iterations; number++) {
                if (number < iterations && random.nextDouble() < LATE) {
                    // The next one first: this one is then refused.
                    SoakEvent overtaken = iteration(number);
                    events.add(iteration(++number));
                    events.add(overtaken);
                    late++;
                } else {
                    events.add(iteration(number));
                }
                if (random.nextDouble() < DUPLICATES) {
                    events.add(events.get(events.size() - 1));
                }
            }
            events.add(
                    event(iterations).setRunEnded(RunEnded.newBuilder().build()).build());
            return events;
        }

        private SoakEvent iteration(int number) {
            if (number % MOOD_ITERATIONS == 1) {
                mood = random.nextInt(5);
            }
            IterationSummary.Builder kpis = Events.healthy(number)
                    .setNetBps((mood == 1 ? 1.5 : 3.5) + random.nextGaussian())
                    .setRiskRatio(Math.min(1.0, (mood == 2 ? 0.45 : 0.25) + 0.1 * random.nextDouble()))
                    .setMakerTakerRatio((mood == 3 ? 0.7 : 0.86) + 0.05 * random.nextDouble())
                    .setP95LatencyMs((mood == 4 ? 320 : 200) + 40 * random.nextDouble());
            if (random.nextInt(40) == 0) {
                kpis.setNetBps(null);
            }
            return event(number).setIterationSummary(kpis.build()).build();
        }

        private SoakEvent.Builder event(int number) {
            return Events.event(Events.START.plus(PERIOD.multipliedBy(number)))
                    .setBot(key.bot())
                    .setRun(key.run());
        }
    }
}
