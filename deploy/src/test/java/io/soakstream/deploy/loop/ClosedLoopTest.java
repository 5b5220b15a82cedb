package io.soakstream.deploy.loop;

import org.junit.jupiter.api.Test;

/** The short form: three seeds, so none may be lucky and none unlucky. */
class ClosedLoopTest {
    private final ClosedLoopProof proof = ClosedLoopProof.drawn(3);

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
