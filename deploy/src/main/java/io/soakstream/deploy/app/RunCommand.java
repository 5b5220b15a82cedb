package io.soakstream.deploy.app;

import io.soakstream.deploy.run.BarProgress;
import io.soakstream.deploy.run.DirectoryInUseException;
import io.soakstream.deploy.run.LineProgress;
import io.soakstream.deploy.run.RunDirectory;
import io.soakstream.deploy.run.RunFeed;
import io.soakstream.deploy.run.RunFiles;
import io.soakstream.deploy.run.RunFollowing;
import io.soakstream.deploy.run.RunProgress;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.gate.report.VerdictTable;
import io.soakstream.gate.report.document.Soak72h;
import io.soakstream.producer.app.MarketOptions;
import io.soakstream.producer.app.MetricsOptions;
import io.soakstream.producer.app.StartOptions;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A whole soak in one command: the bot's iterations, tuner and gate, files, verdict. */
@Command(
        name = "run",
        description = {
            "Runs a soak from its start to its verdict: takes a bot's iterations, tunes and judges them, and writes its files.",
            "Ctrl-C ends the run where it is; what there is of it is written.%n"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PASS or WARN",
            "1:FAIL",
            "2:INCONCLUSIVE, or not one iteration was completed",
            "64:a path or option is wrong, or another soak writes into the directory",
            "69:the given broker or registry cannot be reached",
            "70:an error of the program"
        })
final class RunCommand implements Callable<Integer> {
    private static final long PUT_AWAY_SECONDS = 90;
    private static final String SMOKE = "smoke";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final RunOptions options;

    @Option(
            names = "--bot",
            paramLabel = "B",
            defaultValue = "bot",
            description = "Name of the bot (default: ${DEFAULT-VALUE}).")
    private String bot;

    @Option(names = "--auto-tune", description = "Apply what the tuner decides (default: it only proposes).")
    private boolean autoTune;

    @Mixin
    private StartOptions start;

    @Mixin
    private MarketOptions market;

    @Mixin
    private MetricsOptions metrics;

    @Mixin
    private final TunerOptions tuner;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private final ExportOptions exports = new ExportOptions();

    @Mixin
    private final Connection connection = new Connection();

    RunCommand(Map<String, String> environment) {
        options = new RunOptions(environment);
        tuner = new TunerOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        TunerConfig config = tuner.over(TunerConfig.defaults());
        RunKey key = key();
        RunFeed feed = new RunFeeds(spec.commandLine(), options, key, this::note).of(market, metrics, start, autoTune);
        GateConfig gate = gate();
        try (RunDirectory directory = directory(key);
                MetricsOptions.AutoCloseablePage page = metrics.show(this::say)) {
            return run(feed, directory, config, gate);
        }
    }

    private int run(RunFeed feed, RunDirectory directory, TunerConfig config, GateConfig gate) throws IOException {
        Shutdown shutdown = Shutdown.install();
        CountDownLatch putAway = new CountDownLatch(1);
        try (DemoCluster cluster = cluster(shutdown);
                Apps apps = new Apps(cluster.access(), StateStorage.inMemory(cluster.stateDirectory()), this::note);
                RunProgress progress = progress(feed.iterations())) {
            shutdown.add(cluster);
            shutdown.add(apps);
            // Last, so first to be closed: the run ends while everything it needs is still there.
            shutdown.add(() -> end(feed, putAway));
            cluster.failure().thenAccept(apps::fail);
            apps.startTuner(config);
            apps.startGate(gate);
            say(feed.key() + ": " + feed.iterations() + " iterations, files in " + directory.path());
            RunFollowing following =
                    new RunFollowing(cluster.access(), new RunFiles(directory), progress, apps::hasEnded);
            List<Verdict> verdicts = ruled(following.follow(
                    feed, gate.policies().stream().map(Policy::name).toList()));
            exports.write(verdicts, following.latest());
            int exitCode = report(verdicts);
            publish(directory);
            return exitCode;
        } finally {
            putAway.countDown();
        }
    }

    /** The verdict stands, whether its files can be put beside others or not. */
    private void publish(RunDirectory directory) throws IOException {
        try {
            directory.publish();
        } catch (DirectoryInUseException inUse) {
            note("the files stay in " + directory.path() + ": " + inUse.getMessage());
        }
    }

    private static List<Verdict> ruled(List<Verdict> lasts) {
        return RuledVerdict.all(lasts, List.of(), GateRule.NORMAL);
    }

    private int report(List<Verdict> ruled) {
        if (ruled.isEmpty()) {
            say("not one iteration was judged");
            return ExitCode.INCONCLUSIVE;
        }
        say("");
        say(VerdictTable.render(ruled));
        return VerdictExit.ofWorst(ruled);
    }

    /** A smoke test, and the results of a long soak, have a policy of their own, unless another is named. */
    private GateConfig gate() {
        boolean named = spec.commandLine().getParseResult().hasMatchedOption("--policy");
        if (!named && (options.isSmoke() || exports.areWanted())) {
            return new GateConfig(List.of(PolicyReader.read(exports.areWanted() ? Soak72h.POLICY : SMOKE)));
        }
        GateConfig config = policies.config(spec.commandLine());
        boolean judged =
                config.policies().stream().anyMatch(policy -> policy.name().equals(Soak72h.POLICY));
        if (exports.areWanted() && !judged) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--export-json, --export-md and --gate-summary are about the policy soak-72h: add --policy soak-72h");
        }
        return config;
    }

    /** Ctrl-C: the run is ended, and the process waits until its files are written. */
    private static void end(RunFeed feed, CountDownLatch putAway) throws InterruptedException {
        feed.stop();
        if (!putAway.await(PUT_AWAY_SECONDS, TimeUnit.SECONDS)) {
            System.err.println("soak: the run did not come to an end; its last files may be missing");
        }
    }

    private RunKey key() {
        try {
            return new RunKey(bot, options.run().orElseGet(() -> RunKey.freshRun(InstantSource.system())));
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), unusable.getMessage(), unusable);
        }
    }

    private RunDirectory directory(RunKey key) throws IOException {
        return options.isIsolated()
                ? RunDirectory.isolated(options.out(), key.run())
                : RunDirectory.shared(options.out());
    }

    private DemoCluster cluster(Shutdown shutdown) {
        return spec.commandLine().getParseResult().hasMatchedOption("--bootstrap-servers")
                ? DemoCluster.existing(connection, shutdown)
                : DemoCluster.local(Optional.empty(), shutdown);
    }

    private RunProgress progress(int iterations) {
        return System.console() == null
                ? new LineProgress(iterations, this::say)
                : new BarProgress(iterations, System.err);
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }

    private void note(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
