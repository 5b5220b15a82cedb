package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.proof.Standing;
import io.soakstream.schemas.contract.TuningDecision;

/** A decision and what was found of it, on its way to the judgement in the same task. */
public record ProvenDecision(TuningDecision decision, Standing standing) {
    /** Whether the gate derived something else from the same facts. */
    boolean isMismatched() {
        return standing.mismatch().isPresent();
    }
}
