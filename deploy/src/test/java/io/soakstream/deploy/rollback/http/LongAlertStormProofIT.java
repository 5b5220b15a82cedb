package io.soakstream.deploy.rollback.http;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** 20 storms. */
@Tag("proof")
class LongAlertStormProofIT {
    @TempDir
    Path directory;

    static IntStream storms() {
        return IntStream.rangeClosed(1, 20);
    }

    @ParameterizedTest
    @MethodSource("storms")
    void shouldRollBackOncePerIncidentAndNeverInsideTheCooldown(int seed) throws IOException, InterruptedException {
        AlertStorm.pass(seed, directory);
    }
}
