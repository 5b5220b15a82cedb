package io.soakstream.deploy.proof;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form, in every build. */
class NotifierChaosIT {
    private static final int RUNS = 50;
    private static final int VERDICTS = 12;
    private static final int STEPS = 4;

    @Test
    void shouldLoseNothingAndDoubleNothingUnmarkedWhileNotifiersAndPlatformsFail()
            throws IOException, InterruptedException {
        // Given
        ProofReport report = new ProofReport("notifier-short");
        NotifierScenario scenario =
                new NotifierScenario(RUNS, VERDICTS, STEPS, ProofOptions.fixedSeed(), Duration.ofSeconds(120), report);

        // When
        // Then
        scenario.run("notifier-short");
    }
}
