package io.soakstream.deploy.loop;

import io.soakstream.deploy.proof.ProofOptions;
import org.junit.jupiter.api.Test;

/** The short form: of three seeds two must pass when tuned, and none otherwise. */
class ClosedLoopTest {
    private static final ClosedLoopProof PROOF = ClosedLoopProof.drawn(3, ProofOptions.fixedSeed());

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
