package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the topologies have written and kept after so many iterations of one run. States hold no name of a run, so they
 * can stand under any key.
 *
 * @param iterations of the run (count)
 * @param decision the last one
 * @param verdict the last one
 * @param states bytes in each store, by its name
 */
record SampleRun(int iterations, TuningDecision decision, Verdict verdict, Map<String, byte[]> states) {

    /** Size of what an app keeps of the run (bytes). */
    int bytes(App app) {
        return app.stores().stream().mapToInt(store -> states.get(store).length).sum();
    }

    /** @param directory for the locks of the topologies; they keep their state in memory */
    static SampleRun of(int iterations, Path directory) {
        EventLoad load = new EventLoad("sample", 1, 1, iterations);
        String key = load.key(0);
        try (SampleTopologies topologies = new SampleTopologies(directory)) {
            TuningDecision decision = null;
            Verdict verdict = null;
            for (long n = 0; n < load.records(); n++) {
                decision = topologies.decide(key, load.value(n));
                verdict = topologies.judge(key, decision);
            }
            return new SampleRun(iterations, decision, verdict, topologies.states(key));
        }
    }
}
