package io.soakstream.producer.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.schemas.profile.StartPlan;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class SimulationOptionsTest {
    @Command(name = "test")
    private static final class Options {
        @Mixin
        private SimulationOptions simulation;
    }

    private static SimulatedRun parse(String... arguments) {
        Options options = new Options();
        CommandLine command = new CommandLine(options);
        command.parseArgs(arguments);
        return options.simulation.run(
                command, new RunKey("bot", "run"), SimulatedRun.BEGIN, Duration.ofMinutes(5), StartPlan.none());
    }

    @ParameterizedTest
    @CsvSource({"--seed=1, true", "--auto-tune, true", "--no-auto-tune, false"})
    void shouldTuneUnlessToldNotTo(String flag, boolean tuned) {
        assertThat(parse(flag).autoTune()).isEqualTo(tuned);
    }

    @ParameterizedTest
    @CsvSource({"--seed=1, 48", "--iterations=9, 9"})
    void shouldTakeTheNumberOfIterations(String flag, int iterations) {
        assertThat(parse(flag).iterations()).isEqualTo(iterations);
    }
}
