package io.soakstream.deploy.rollback.http;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short form; {@link LongAlertStormProofIT} is the long one. */
class AlertStormTest {
    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void shouldRollBackOncePerIncidentAndNeverInsideTheCooldown(int seed) throws IOException, InterruptedException {
        AlertStorm.pass(seed, directory);
    }
}
