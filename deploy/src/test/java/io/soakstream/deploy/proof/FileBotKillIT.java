package io.soakstream.deploy.proof;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The short form, in every build. */
class FileBotKillIT {
    private static final int KILLS = 2;

    @Test
    void shouldLoseAndDoubleNothingWhenBotAndBrokerAreKilled() throws IOException {
        // Given
        // When
        // Then
        FileBotScenario.run("bot-kills-short", KILLS, KILLS, ProofOptions.fixedSeed());
    }
}
