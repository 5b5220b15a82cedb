package io.soakstream.deploy.app;

import io.soakstream.producer.sidecar.SidecarOptions.Existing;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a soak is: whose, how long, and where its files go. */
final class RunOptions {
    private static final int SECONDS_PER_HOUR = 3600;
    private static final int MAX_ITERATIONS = 100_000;
    private static final String DEFAULT_PERIOD_SECONDS = "300";

    private final Map<String, String> environment;

    @ArgGroup
    private Bot bot = new Bot();

    @ArgGroup
    private Length length = new Length();

    @Option(
            names = "--period-seconds",
            paramLabel = "N",
            description = "Length of an iteration (default: $SOAK_SLEEP_SECONDS, else " + DEFAULT_PERIOD_SECONDS + ").")
    private Optional<Long> periodSeconds = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where ITER_SUMMARY_<n>.json and TUNING_REPORT.json go; those of an earlier soak there are"
                    + " deleted (default: $SOAK_OUT_DIR, else artifacts/soak/latest).")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--run-isolated",
            description = "Write into a directory RUN_<epoch_ms> below it, and put the files into it at the end: for"
                    + " soaks at the same time.")
    private boolean isolated;

    @Option(names = "--run", paramLabel = "R", description = "Name of the run; used once (default: RUN_<epoch_ms>).")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--existing",
            paramLabel = "send|skip",
            description = "With --dir: whether iteration files that are there already belong to the run (default: the"
                    + " run does not start where there are any).")
    private Optional<Existing> existing = Optional.empty();

    @Option(
            names = "--smoke",
            description = "A short mock soak that is always the same one; so does SOAK_SMOKE_MODE=1.")
    private boolean smoke;

    RunOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whose soak it is. */
    static final class Bot {
        @Option(names = "--mock", description = "A simulated bot, as fast as the gate answers; so does USE_MOCK=1.")
        private boolean mock;

        @Option(
                names = "--dir",
                paramLabel = "DIR",
                description = "A bot that writes ITER_SUMMARY_<n>.json there and reads runtime_overrides.json.")
        private Optional<Path> directory = Optional.empty();

        @Option(
                names = "--metrics-url",
                paramLabel = "URL",
                description = "A bot that shows mm_* metrics in the text format of Prometheus.")
        private Optional<URI> metrics = Optional.empty();
    }

    /** How long it takes. */
    static final class Length {
        @Option(names = "--iterations", paramLabel = "N", description = "How many iterations.")
        private Optional<Integer> iterations = Optional.empty();

        @Option(names = "--hours", paramLabel = "H", description = "How many hours (default: 72).")
        private Optional<Double> hours = Optional.empty();
    }

    /** A bot that is named stands before what the environment says. */
    boolean isSmoke() {
        return smoke || !isBotNamed() && "1".equals(environment.get("SOAK_SMOKE_MODE"));
    }

    private boolean isBotNamed() {
        return bot.mock || bot.directory.isPresent() || bot.metrics.isPresent();
    }

    Optional<String> run() {
        return run;
    }

    Optional<Existing> existing() {
        return existing;
    }

    boolean isMock() {
        return bot.mock || !isBotNamed() && "1".equals(environment.get("USE_MOCK"));
    }

    Optional<Path> botDirectory() {
        return bot.directory;
    }

    Optional<URI> metrics() {
        return bot.metrics;
    }

    boolean isIsolated() {
        return isolated;
    }

    Path out() {
        return out.or(() -> Optional.ofNullable(environment.get("SOAK_OUT_DIR")).map(Path::of))
                .orElse(Path.of("artifacts", "soak", "latest"));
    }

    /** @throws ParameterException it is out of range */
    Duration period(CommandLine command) {
        String seconds = periodSeconds
                .map(String::valueOf)
                .orElse(environment.getOrDefault("SOAK_SLEEP_SECONDS", DEFAULT_PERIOD_SECONDS));
        String label = periodSeconds.isPresent() ? "--period-seconds" : "SOAK_SLEEP_SECONDS";
        if (!seconds.matches("[0-9]{1,6}") || Integer.parseInt(seconds) < 1) {
            throw new ParameterException(command, label + " must be from 1 to 999999: " + seconds);
        }
        return Duration.ofSeconds(Long.parseLong(seconds));
    }

    /** @throws ParameterException it is out of range */
    int iterations(CommandLine command) {
        double wanted = length.iterations
                .map(Integer::doubleValue)
                .orElseGet(() ->
                        Math.ceil(hours() * SECONDS_PER_HOUR / period(command).toSeconds()));
        if (!(wanted >= 1 && wanted <= MAX_ITERATIONS)) {
            throw new ParameterException(
                    command,
                    (length.iterations.isPresent() ? "--iterations" : "--hours") + ": a soak has from 1 to "
                            + MAX_ITERATIONS + " iterations");
        }
        return (int) wanted;
    }

    private double hours() {
        return length.hours.orElse(72.0);
    }
}
