package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulateUsageTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "--regime=sunny; \"sunny\" is none of calm, volatile, latency-spike",
                "--regime=calm,volatile; \"volatile\" is not ITERATION:REGIME",
                "--regime=calm,9:volatile,5:calm; changes: iteration 5 after 9",
                "--misbehave=sings; \"sings\" is none of ignores, halves, mixes",
                "--iterations=0; --iterations must be from 1 to 100000: 0",
                "--bots=0; --bots must be from 1 to 1000: 0",
                "--period-seconds=0; --period-seconds must be from 1 to 3600: 0",
                "--profile=nowhere; nowhere: neither a profile",
                "--bot=a:b; bot \"a:b\" is not a name"
            })
    void shouldSayWhichFlagIsWrong(String flag, String message) {
        // When
        Cli.Ended ended = Cli.run("produce", "simulate", flag);

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains(message);
    }
}
