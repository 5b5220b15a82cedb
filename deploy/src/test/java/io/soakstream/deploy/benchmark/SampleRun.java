package io.soakstream.deploy.benchmark;

import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.nio.file.Path;

/**
 * What the topologies have written and kept after so many iterations of one run. States hold no name of a run, so they
 * can stand under any key.
 *
 * @param iterations of the run (count)
 * @param decision the last one
 * @param verdict the last one
 * @param tunerState bytes of the tuner's store
 * @param gateState bytes of the gate's store
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody compares them.
record SampleRun(int iterations, TuningDecision decision, Verdict verdict, byte[] tunerState, byte[] gateState) {

    /** @param directory for the locks of the topologies; they keep their state in memory */
    static SampleRun of(int iterations, Path directory) {
        EventLoad load = new EventLoad("sample", 1, 1, iterations);
        String key = load.key(0);
        try (SampleTopologies topologies = new SampleTopologies(directory)) {
            TuningDecision decision = null;
            Verdict verdict = null;
            for (long n = 0; n < load.records(); n++) {
                decision = topologies.decide(key, load.event(n));
                verdict = topologies.judge(key, decision);
            }
            return new SampleRun(iterations, decision, verdict, topologies.tunerState(key), topologies.gateState(key));
        }
    }
}
