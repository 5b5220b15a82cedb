package io.soakstream.deploy.loop;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Ten seeds in each regime. */
@Tag("proof")
class LongClosedLoopProofIT {
    private static final ClosedLoopProof PROOF = ClosedLoopProof.drawn(10);

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
