package io.soakstream.deploy.loop;

import io.soakstream.deploy.proof.ProofOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten seeds that nobody has seen before in each regime. */
@Tag("proof")
class LongClosedLoopProofIT {
    private static final ClosedLoopProof PROOF = ClosedLoopProof.drawn(10, ProofOptions.drawnSeed());

    @Test
    void shouldPassWhenTuned() {
        PROOF.tunedPasses();
    }

    @Test
    void shouldNotPassWhenNothingIsTuned() {
        PROOF.untunedDoesNot();
    }

    @Test
    void shouldNeverPassWhenEveryDeltaIsInverted() {
        PROOF.invertedNeverDoes();
    }

    @Test
    void shouldNeverPassWhenTheOverridesAreFrozenAtTheStart() {
        PROOF.frozenNeverDoes();
    }

    /** From there both ways are open, so it is the direction alone that decides. */
    @Test
    void shouldDependOnTheDirectionFromTheBestCellToo() {
        PROOF.directionDecidesFromTheBestCell();
    }
}
