package io.soakstream.gate.domain.proof;

import io.soakstream.gate.mapping.ClaimMapper;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Projection;

/** The proof of one run, decision by decision. */
final class FollowingGate {
    private final ProjectionProof rules = new ProjectionProof(ParameterCatalogue.standard());
    private Ledger ledger = Ledger.empty();

    Proof prove(TuningDecision decision) {
        Proof proof = rules.prove(ledger, ClaimMapper.toDomain(decision));
        ledger = proof.next();
        return proof;
    }

    Ledger ledger() {
        return ledger;
    }

    Projection projection() {
        return ledger.projection().orElseThrow();
    }
}
