package io.soakstream.deploy.app;

import io.soakstream.deploy.run.FilesFeed;
import io.soakstream.deploy.run.MetricsFeed;
import io.soakstream.deploy.run.RunFeed;
import io.soakstream.deploy.run.SimulatedFeed;
import io.soakstream.producer.app.CatalogueStartValues;
import io.soakstream.producer.app.MarketOptions;
import io.soakstream.producer.app.MetricsOptions;
import io.soakstream.producer.app.SimulationOptions;
import io.soakstream.producer.app.StartOptions;
import io.soakstream.producer.client.RunPlan;
import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.live.Pace;
import io.soakstream.producer.loop.SimulatedBot;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.sidecar.SidecarOptions;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.producer.telemetry.MetricsEndpoint;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.Profile;
import io.soakstream.schemas.profile.SmokeSettings;
import io.soakstream.schemas.profile.StartPlan;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Makes the feed that the flags ask for. */
final class RunFeeds {
    /** How long a file must not change, and how often its directory is looked through. */
    private static final Duration QUIET = Duration.ofMillis(500);

    private static final Duration SCAN = Duration.ofSeconds(1);

    private final CommandLine command;
    private final RunOptions options;
    private final RunKey key;
    private final Consumer<String> notes;

    RunFeeds(CommandLine command, RunOptions options, RunKey key, Consumer<String> notes) {
        this.command = command;
        this.options = options;
        this.key = key;
        this.notes = notes;
    }

    /** @throws ParameterException no bot is named, or its flags do not go together */
    RunFeed of(MarketOptions market, MetricsOptions metrics, StartOptions start, boolean autoTune) {
        if (options.isSmoke()) {
            refuse(
                    "a smoke test is always the same one",
                    "--dir",
                    "--metrics-url",
                    "--iterations",
                    "--hours",
                    "--seed",
                    "--regime",
                    "--profile",
                    "--preset",
                    "--warmup");
            return smoke(SmokeSettings.read("smoke", ParameterCatalogue.standard()), metrics, autoTune);
        }
        if (options.isMock()) {
            SimulatedRun run =
                    simulated(options.iterations(command), start.planFrom(command, SimulationOptions.START), autoTune);
            return simulated(run, market.market(0, run.period()), metrics);
        }
        refuse("only a simulated bot has it", "--seed", "--regime", "--metrics-port");
        if (options.botDirectory().isPresent()) {
            refuse("the bot's file of overrides is what it begins with", "--profile", "--preset", "--warmup");
            return files(options.botDirectory().get(), autoTune);
        }
        URI address = options.metrics()
                .orElseThrow(() -> new ParameterException(command, "name the bot: --mock, --dir or --metrics-url"));
        return metrics(address, start.plan(command), autoTune);
    }

    private void refuse(String why, String... flags) {
        for (String flag : flags) {
            if (command.getParseResult().hasMatchedOption(flag)) {
                throw new ParameterException(command, flag + ": " + why);
            }
        }
    }

    private RunFeed smoke(SmokeSettings settings, MetricsOptions metrics, boolean autoTune) {
        Profile profile = new Profile(settings.name(), "1", settings.startOverrides(), Map.of());
        StartPlan plan = new StartPlan(Optional.of(profile), Optional.empty(), Optional.empty());
        SimulatedRun run = simulated(settings.iterations(), plan, autoTune);
        return simulated(run, new SimulatedMarket(settings.seed(), RegimePlan.of(Regime.CALM), run.period()), metrics);
    }

    private static RunFeed simulated(SimulatedRun run, SimulatedMarket market, MetricsOptions metrics) {
        SimulatedBot bot = new SimulatedBot(market, metrics.telemetry(Optional.empty(), run.period()));
        return new SimulatedFeed(run, bot, Pace.simulated(run.begin()));
    }

    private SimulatedRun simulated(int iterations, StartPlan plan, boolean autoTune) {
        return new SimulatedRun(key, iterations, SimulatedRun.BEGIN, options.period(command), plan, autoTune);
    }

    private RunFeed files(Path directory, boolean autoTune) {
        if (isSame(directory, options.out())) {
            throw new ParameterException(
                    command, "--out: " + options.out() + " is where the bot writes; its files would be overwritten");
        }
        SidecarOptions sidecar = new SidecarOptions(
                directory,
                directory.resolve("runtime_overrides.json"),
                SidecarOptions.Reads.SUMMARIES,
                options.existing(),
                key.bot(),
                Optional.of(key.run()),
                RiskUnit.RATIO,
                SidecarOptions.EchoSource.FILE,
                OptionalInt.of(options.iterations(command)),
                options.period(command),
                autoTune,
                QUIET,
                SCAN);
        return new FilesFeed(sidecar, new CatalogueStartValues(), new NotedSidecar(notes));
    }

    private static boolean isSame(Path one, Path other) {
        try {
            return Files.isSameFile(one, other);
        } catch (IOException oneIsMissing) {
            return one.toAbsolutePath()
                    .normalize()
                    .equals(other.toAbsolutePath().normalize());
        }
    }

    private RunFeed metrics(URI address, StartPlan start, boolean autoTune) {
        int iterations = options.iterations(command);
        Duration period = options.period(command);
        RunPlan plan = RunPlan.of(key.bot(), key.run())
                .withPeriod(period)
                .withTotalIterations(iterations)
                .withDeclaredHours(period.multipliedBy(iterations).toMillis() / 3_600_000.0)
                .withStartPlan(start)
                .withAutoTune(autoTune);
        try {
            return new MetricsFeed(plan, new MetricsEndpoint(address), InstantSource.system(), notes);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(command, "--metrics-url: " + unusable.getMessage(), unusable);
        }
    }
}
