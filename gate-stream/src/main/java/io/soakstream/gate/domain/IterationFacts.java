package io.soakstream.gate.domain;

import java.util.List;
import java.util.Optional;

/**
 * What the gate keeps of one iteration while it is in the window.
 *
 * @param p95LatencyMs p95 latency (ms)
 * @param riskRatio share of decisions blocked by risk (ratio)
 * @param makerShare maker share (ratio)
 * @param stateHash state hash after the iteration; that of the iteration before where none is known
 * @param guards guards that held, in guard order
 */
public record IterationFacts(
        int iteration,
        Optional<Double> p95LatencyMs,
        Optional<Double> riskRatio,
        Optional<Double> makerShare,
        Optional<String> stateHash,
        List<String> guards) {
    public IterationFacts {
        guards = List.copyOf(guards);
    }
}
