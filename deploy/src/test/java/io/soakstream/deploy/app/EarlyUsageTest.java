package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with a command line is said before anything is started. */
class EarlyUsageTest {
    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            demo --stay --http-port=99999;          --http-port
            run --mock --metrics-port=-1;           --metrics-port
            start dashboard --http-port=high;       --http-port
            start notifier --metrics-port=65536;    --metrics-port
            start rollback-watcher --port=99999;    --port
            produce serve --port=99999;             --port
            demo --http-port=0;                     --http-port: needs --stay
            demo --control-tokens=nope;             --control-tokens: needs --stay
            demo --stay --control-tokens=nope;      --control-tokens: nope: there is no such file
            """)
    void shouldNameTheFlag(String line, String flag) {
        // When
        Cli.Ended ended = Cli.run(line.split(" "));

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains(flag).doesNotContain("Exception", "starting");
    }
}
