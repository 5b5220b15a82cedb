package io.soakstream.deploy.proof;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.SoakEvent;
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
 * @param verdicts that the gate must give: one for each iteration accepted, and for each end (count)
 * @param decisions that it must take: one for each accepted event (count)
 */
record EventScript(List<SoakEvent> events, int verdicts, int decisions) {
    static EventScript of(long seed, int runs, int iterations) {
        Random random = new Random(seed);
        List<List<SoakEvent>> open = new ArrayList<>();
        int verdicts = 0;
        int decisions = 0;
        for (int run = 0; run < runs; run++) {
            RunKey key = new RunKey("bot" + run % 3, "run" + run);
            try (LoopedTuner tuner = new LoopedTuner()) {
                open.add(new ScriptedRun(key, random, tuner, run % 2 == 0).events(iterations));
                verdicts += tuner.verdicts();
                decisions += tuner.decisions();
            }
        }
        return new EventScript(mixed(open, random), verdicts, decisions);
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
}
