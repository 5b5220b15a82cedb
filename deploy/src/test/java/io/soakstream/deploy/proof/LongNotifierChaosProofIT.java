package io.soakstream.deploy.proof;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The long form: 10,000 verdicts. */
@Tag("proof")
class LongNotifierChaosProofIT {
    private static final int RUNS = ProofOptions.count("notifier.runs", 50);
    private static final int VERDICTS = ProofOptions.count("notifier.verdicts", 200);
    private static final int STEPS = ProofOptions.count("notifier.steps", 40);

    @Test
    void shouldLoseNothingAndDoubleNothingUnmarkedOverTenThousandVerdicts() throws IOException, InterruptedException {
        // Given
        ProofReport report = new ProofReport("notifier-long");
        NotifierScenario scenario =
                new NotifierScenario(RUNS, VERDICTS, STEPS, ProofOptions.drawnSeed(), Duration.ofMinutes(20), report);

        // When
        // Then
        scenario.run("notifier-long");
    }
}
