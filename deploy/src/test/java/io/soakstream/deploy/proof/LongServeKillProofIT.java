package io.soakstream.deploy.proof;

import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Many kills of the HTTP server and of the broker, in any order. */
@Tag("proof")
class LongServeKillProofIT {
    private static final int SERVER_KILLS = ProofOptions.count("server.kills", 15);
    private static final int BROKER_KILLS = ProofOptions.count("broker.kills", 5);

    @Test
    void shouldLoseAndDoubleNothingWhenServerAndBrokerAreKilledManyTimes() throws IOException {
        // Given
        // When
        // Then
        ServeKillScenario.run("serve-kills", SERVER_KILLS, BROKER_KILLS, ProofOptions.drawnSeed());
    }
}
