package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command does with its command line. */
class CommandLineTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gate",
                "gate --recording samples/pass --no-such-flag",
                "gate --recording samples/pass --last-n 0",
                "gate --recording samples/pass --last-n many",
                "gate --run mm:r --last-n 8",
                "gate --run mm:r --set tuner.window_length=8",
                "gate --run mm:r --tuning own",
                "gate --run mm:r --config soak.yaml",
                "gate --recording samples/pass --notify slack",
                "gate --topic-range t:0:0-1 --notify slack",
                "gate --recording samples/pass --last-n 8 --set tuner.window_length=8",
                "gate --recording samples/pass --set tuner.window_lenght=8",
                "gate --recording samples/pass --set tuner.window_length",
                "gate --recording samples/pass --config no-such-file.yaml",
                "start tuner --set gate.window_length=8",
                "config explain --set tuner.window_length=many",
                "config",
                "gate --recording samples/pass --policy relese",
                "gate --recording samples/pass --policy smoke --policy smoke",
                "demo --policy relese",
                "gate --recording samples/pass --period-seconds 9223372036854775807",
                "start gate --policy release,release",
                "record --run bot:run --out x.avro --last-n 0",
                "record --run bot:run --out x.avro --policy relese",
                "topics apply --replication-factor 0",
                "verdicts --topic-prefix ",
                "gate --recording samples/pass --risk-unit promille",
                "produce",
                "produce reply x",
                "topics",
                "start everything",
                "no-such-command"
            })
    void shouldRefuseAWrongCommandLine(String line) {
        // When
        Cli.Ended ended = line.isEmpty() ? Cli.run() : Cli.run(line.split(" "));

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).startsWith("soak: ").contains("--help").doesNotContain("\tat ");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void shouldRefuseAnAddressThatIsNone() {
        // When
        Cli.Ended ended = Cli.run("verdicts", "--bootstrap-servers", "nohostport");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("nohostport").doesNotContain("\tat ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "gate",
                "demo",
                "config",
                "config explain",
                "produce",
                "produce replay",
                "produce simulate",
                "record",
                "verdicts",
                "start",
                "topics",
                "topics apply",
                "topics verify"
            })
    void shouldHelpOnEverything(String command) {
        // When
        Cli.Ended ended = Cli.run((command + " --help").trim().split(" "));

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out()).contains("Usage: soak " + command);
    }

    @Test
    void shouldKnowItsVersion() {
        assertThat(Cli.run("--version").out()).startsWith("soakstream ");
    }
}
