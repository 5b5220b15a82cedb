package io.soakstream.producer.app;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sidecar.SidecarOptions;
import io.soakstream.producer.sidecar.SidecarOptions.EchoSource;
import io.soakstream.producer.sidecar.SidecarOptions.Existing;
import io.soakstream.producer.sidecar.SidecarOptions.Reads;
import io.soakstream.producer.source.ReadOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flags of the sidecar. */
final class SidecarFlags {
    @Option(
            names = "--dir",
            required = true,
            paramLabel = "DIR",
            description = "Where the bot writes its iterations; the sidecar's state goes into .soakstream there.")
    private Path directory;

    @Option(
            names = "--overrides",
            paramLabel = "FILE",
            description = "The bot's file of parameters (default: runtime_overrides.json in DIR).")
    private Optional<Path> overrides = Optional.empty();

    @Option(
            names = "--reads",
            paramLabel = "summaries|edge-report",
            defaultValue = "summaries",
            description =
                    "What an iteration is: a new ITER_SUMMARY_<n>.json, or new content of EDGE_REPORT.json. Of a bot"
                            + " that writes both one is enough (default: ${DEFAULT-VALUE}).")
    private Reads reads;

    @Option(
            names = "--existing",
            paramLabel = "send|skip",
            description = "Whether iteration files that are there before the run starts belong to it (default: the run"
                    + " does not start where there are any).")
    private Optional<Existing> existing = Optional.empty();

    @Option(
            names = "--bot",
            paramLabel = "B",
            defaultValue = ReadOptions.DEFAULT_BOT,
            description = "Name of the bot (default: ${DEFAULT-VALUE}).")
    private String bot;

    @Option(
            names = "--run",
            paramLabel = "R",
            description = "Name of the run (default: the one that is under way in DIR, else RUN_<epoch_ms>).")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--risk-unit",
            paramLabel = "UNIT",
            converter = RiskUnitConverter.class,
            defaultValue = "ratio",
            description =
                    "Unit of risk and block ratios: ratio (0..1) or percent (0..100) (default: ${DEFAULT-VALUE}).")
    private RiskUnit riskUnit;

    @Option(
            names = "--echo",
            paramLabel = "file|none",
            defaultValue = "file",
            description = "What counts as the bot's word on what it ran with, where its files have none: the content of"
                    + " the overrides file (right for a bot that reads it at the start of every iteration), or nothing,"
                    + " and the run stays unverified (default: ${DEFAULT-VALUE}).")
    private EchoSource echo;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            description = "Number of the last iteration: the run ends with it (default: it ends with the sidecar).")
    private Optional<Integer> iterations = Optional.empty();

    @Option(
            names = "--period-seconds",
            paramLabel = "N",
            defaultValue = "300",
            description =
                    "Time between iterations; a run that is silent for long is stalled (default: ${DEFAULT-VALUE}).")
    private long periodSeconds;

    @Option(
            names = "--propose-only",
            description = "The tuner only proposes: the values of the overrides file stay as they are.")
    private boolean proposeOnly;

    @Option(
            names = "--quiet-ms",
            paramLabel = "N",
            defaultValue = "500",
            description = "How long a file must not change before it is read (default: ${DEFAULT-VALUE}).")
    private long quietMs;

    @Option(
            names = "--interval-ms",
            paramLabel = "N",
            defaultValue = "1000",
            description =
                    "How often DIR is looked through, whatever the file system tells (default: ${DEFAULT-VALUE}).")
    private long intervalMs;

    /** @throws ParameterException a value is out of range */
    SidecarOptions options(CommandLine command) {
        require(command, periodSeconds >= 1, "--period-seconds", periodSeconds);
        require(command, quietMs >= 0, "--quiet-ms", quietMs);
        require(command, intervalMs >= 1, "--interval-ms", intervalMs);
        require(command, iterations.orElse(1) >= 1, "--iterations", iterations.orElse(1));
        require(command, RunKey.isName(bot), "--bot", bot);
        require(command, run.filter(name -> !RunKey.isName(name)).isEmpty(), "--run", run.orElse(""));
        return new SidecarOptions(
                directory,
                overrides.orElse(directory.resolve("runtime_overrides.json")),
                reads,
                existing,
                bot,
                run,
                riskUnit,
                echo,
                iterations.map(OptionalInt::of).orElse(OptionalInt.empty()),
                Duration.ofSeconds(periodSeconds),
                !proposeOnly,
                Duration.ofMillis(quietMs),
                Duration.ofMillis(intervalMs));
    }

    private static void require(CommandLine command, boolean condition, String flag, Object value) {
        if (!condition) {
            throw new ParameterException(command, flag + ": '" + value + "' cannot be used");
        }
    }
}
