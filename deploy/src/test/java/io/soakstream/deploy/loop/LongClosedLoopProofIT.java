package io.soakstream.deploy.loop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten seeds in each regime. */
@Tag("proof")
class LongClosedLoopProofIT {
    private final ClosedLoopProof proof = ClosedLoopProof.drawn(10);

    @Test
    void shouldPassWhenTuned() {
        proof.tunedPasses();
    }

    @Test
    void shouldNotPassWhenNothingIsTuned() {
        proof.untunedDoesNot();
    }

    @Test
    void shouldNeverPassWhenEveryDeltaIsInverted() {
        proof.invertedNeverDoes();
    }

    @Test
    void shouldNeverPassWhenTheOverridesAreFrozenAtTheStart() {
        proof.frozenNeverDoes();
    }
}
