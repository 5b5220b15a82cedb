package io.soakstream.deploy.proof;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The short form, in every build. */
class ServeKillIT {
    private static final int KILLS = 1;

    @Test
    void shouldLoseAndDoubleNothingWhenServerAndBrokerAreKilled() throws IOException {
        // Given
        // When
        // Then
        ServeKillScenario.run("serve-kills-short", KILLS, KILLS, ProofOptions.fixedSeed());
    }
}
