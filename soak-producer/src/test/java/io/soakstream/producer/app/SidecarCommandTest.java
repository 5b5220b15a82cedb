package io.soakstream.producer.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class SidecarCommandTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "--quiet-ms=-1~--quiet-ms: '-1' cannot be used",
                "--interval-ms=0~--interval-ms: '0' cannot be used",
                "--period-seconds=0~--period-seconds: '0' cannot be used",
                "--iterations=0~--iterations: '0' cannot be used",
                "--bot=m m~--bot: 'm m' cannot be used",
                "--run=:~--run: ':' cannot be used",
                "--reads=all~--reads",
                "--echo=maybe~--echo",
                "--existing=maybe~--existing",
                "--risk-unit=guess~--risk-unit"
            })
    void shouldNameTheFlagThatCannotBeUsed(String flag, String message) {
        // When
        int code = run("--dir", directory.toString(), flag);

        // Then
        assertThat(code).isEqualTo(64);
        assertThat(err).asString().contains(message);
    }

    @Test
    void shouldSayInItsHelpWhatARestartDoes() {
        // When
        int code = run("--help");

        // Then
        assertThat(code).isZero();
        assertThat(out)
                .asString()
                .containsIgnoringWhitespaces("goes on where it was")
                .contains("--reads=summaries|edge-report");
    }

    private int run(String... arguments) {
        return new CommandLine(new SidecarCommand(new TestAccess(), InstantSource.system()))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
