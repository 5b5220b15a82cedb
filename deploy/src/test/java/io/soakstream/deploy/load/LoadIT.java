package io.soakstream.deploy.load;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form, in every build: on a machine that does other things too it may lag, but must catch up. */
class LoadIT {
    @TempDir
    private Path directory;

    @Test
    void shouldKeepUpWithAFleet() throws Exception {
        new LoadScenario("load.", 50, Duration.ofSeconds(10), 0.1, Optional.empty()).run(directory);
    }
}
