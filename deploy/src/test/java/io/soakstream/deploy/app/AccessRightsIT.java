package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.AccessRule.Need;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whichever right of an app is taken away on a broker that insists, the app misses it by its name and ends. */
class AccessRightsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path directory;

    private static AccessTrial trial;

    @BeforeAll
    static void prepare() throws IOException {
        trial = new AccessTrial(directory);
    }

    static Stream<AccessTrial.Right> needed() {
        return AccessTrial.sample().filter(right -> right.rule().need() == Need.WORK);
    }

    @ParameterizedTest
    @MethodSource("needed")
    void shouldEndAtOnceAndNameTheRightThatIsMissing(AccessTrial.Right right) {
        // When
        Cli.Ended ended =
                assertTimeoutPreemptively(PATIENCE, () -> trial.without(right, flags -> trial.begin(right, flags)));

        // Then
        assertThat(ended.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains("does not allow this client: " + right.rule());
    }

    static Stream<AccessTrial.Right> checks() {
        return AccessTrial.sample().filter(right -> right.rule().need() == Need.CHECK);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void shouldStartWithAWarningWhereOnlyACheckIsNotAllowed(AccessTrial.Right right) {
        // Given
        List<String> messages = new ArrayList<>();

        // When
        boolean passes = trial.without(
                right, flags -> new StartPreflight(Connections.of(flags), messages::add).passes(Set.of(right.app())));

        // Then
        assertThat(passes).isTrue();
        assertThat(messages)
                .singleElement()
                .asString()
                .isEqualTo("warning: the cluster does not allow this client: " + right.rule()
                        + ", so a check is left out");
    }
}
