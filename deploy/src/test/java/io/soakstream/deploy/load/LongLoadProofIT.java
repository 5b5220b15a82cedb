package io.soakstream.deploy.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand bots for five minutes. */
@Tag("proof")
class LongLoadProofIT {
    private static final int BOTS = Integer.getInteger("proof.bots", 1_000);
    /** Where a commit comes every 100 ms, more than that is more than a hiccup. */
    private static final Duration MAX_LAG = Duration.ofSeconds(10);

    private static final int SECONDS = Integer.getInteger("proof.seconds", 300);

    @TempDir
    private Path directory;

    @Test
    void shouldKeepUpWithAThousandBots() throws Exception {
        new LoadScenario("longload.", BOTS, Duration.ofSeconds(SECONDS), 0.5, Optional.of(MAX_LAG)).run(directory);
    }
}
