package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RollbackWatcherUsageTest {
    private static final String POLICY = "policies/rollback.yaml";

    @Test
    void shouldNotListenForEverybodyWithoutAToken() {
        // When
        Cli.Ended ended = Cli.run("start", "rollback-watcher", "--policy", POLICY, "--bind", "0.0.0.0");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("0.0.0.0 can be reached from elsewhere");
    }

    @Test
    void shouldNotBeginLiveWithoutAKey() {
        // When
        Cli.Ended ended = Cli.run("start", "rollback-watcher", "--policy", POLICY, "--live");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("--key: which private key?");
    }

    @Test
    void shouldNameThePolicyThatIsNotThere() {
        // When
        Cli.Ended ended = Cli.run("start", "rollback-watcher", "--policy", "nowhere.yaml");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("nowhere.yaml: cannot be read");
    }

    @Test
    void shouldAskWhichAppIsToStart() {
        // When
        Cli.Ended ended = Cli.run("start");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("which app?");
    }
}
