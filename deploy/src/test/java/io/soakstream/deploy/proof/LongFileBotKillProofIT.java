package io.soakstream.deploy.proof;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many kills of a file-writing bot and of the broker, in any order. */
@Tag("proof")
class LongFileBotKillProofIT {
    private static final int BOT_KILLS = ProofOptions.count("bot.kills", 30);
    private static final int BROKER_KILLS = ProofOptions.count("broker.kills", 10);

    @Test
    void shouldLoseAndDoubleNothingWhenBotAndBrokerAreKilledManyTimes() throws IOException {
        // Given
        // When
        // Then
        FileBotScenario.run("bot-kills", BOT_KILLS, BROKER_KILLS, ProofOptions.drawnSeed());
    }
}
