package io.soakstream.producer.app;

import io.soakstream.producer.domain.IterationRange;
import io.soakstream.producer.domain.ReplayPace;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** How much of a run is replayed, and how fast. */
final class ExcerptOptions {
    @Option(
            names = "--pace",
            paramLabel = "PACE",
            converter = PaceConverter.class,
            defaultValue = "fast",
            description = "fast, recorded (by the event times) or a number of times as fast: 60x (default:"
                    + " ${DEFAULT-VALUE}).")
    private ReplayPace pace;

    @Option(names = "--from-iteration", paramLabel = "N", description = "Leave out the iterations before N.")
    private Optional<Integer> from = Optional.empty();

    @Option(
            names = "--to-iteration",
            paramLabel = "N",
            description = "Leave out the iterations after N, and end the run there.")
    private Optional<Integer> to = Optional.empty();

    ReplayPace pace() {
        return pace;
    }

    /** @throws ParameterException there is no such range */
    IterationRange range(CommandLine command) {
        try {
            return new IterationRange(number(from), number(to));
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(
                    command, "--from-iteration, --to-iteration: " + unusable.getMessage(), unusable);
        }
    }

    private static OptionalInt number(Optional<Integer> given) {
        return given.map(OptionalInt::of).orElseGet(OptionalInt::empty);
    }
}
