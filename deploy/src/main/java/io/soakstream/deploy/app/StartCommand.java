package io.soakstream.deploy.app;

import io.soakstream.deploy.http.ApiConfig;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.producer.app.PortConverter;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs an app against a cluster, until Ctrl-C. */
@Command(
        name = "start",
        description = {
            "Runs tuner, gate, notifier, dashboard or all of them against a cluster, until Ctrl-C.",
            "all has a dashboard with --http-port; docs/api.md tells what is served."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "64:a setting or an option is wrong",
            "69:broker or registry cannot be reached, a topic or a right is missing, or the cluster is refused",
            "70:an app failed: the last line says why"
        })
final class StartCommand implements Callable<Integer> {
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Connection connection = new Connection();

    @Parameters(
            arity = "0..1",
            paramLabel = "APP",
            description = "tuner, gate, notifier, dashboard or all; or rollback-watcher, which has options of its own.")
    private String app;

    @Option(
            names = "--state-dir",
            paramLabel = "DIR",
            defaultValue = "soak-data/state",
            description = "Where the streams keep their locks and state (default: ${DEFAULT-VALUE}).")
    private Path stateDirectory;

    @Option(
            names = "--stores",
            paramLabel = "memory|rocksdb",
            defaultValue = "memory",
            description = "State in memory, or on disk for more than a million runs (default: ${DEFAULT-VALUE}).")
    private StoreKind stores;

    @Option(names = "--force", description = "Start although the look at the cluster found what is refused.")
    private boolean force;

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            converter = PortConverter.class,
            description = "Show the notifier's metrics on http://127.0.0.1:PORT/metrics; 0: any free port.")
    private Optional<Integer> metricsPort = Optional.empty();

    @Mixin
    private final DecisionOptions decision;

    @Mixin
    private final HttpOptions http = new HttpOptions();

    @Mixin
    private final DashboardOptions dashboard = new DashboardOptions();

    private StartCommand(Map<String, String> environment) {
        decision = new DecisionOptions(environment);
    }

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new StartCommand(environment))
                .addSubcommand(new RollbackWatcherCommand(environment, InstantSource.system()));
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Set<String> wanted = wanted();
        TunerConfig tuner = decision.tuner();
        GateConfig gate = decision.gate();
        NotifierConfig notifier = decision.notifier();
        PrintWriter err = spec.commandLine().getErr();
        Optional<HttpFace.Dashboard> runs = runs();
        if (!new StartPreflight(connection, line -> print(err, "soak: " + line)).passes(looked(wanted, runs))
                && !force) {
            return ExitCode.UNAVAILABLE;
        }
        ApiConfig served = http.config(DashboardOptions.USUAL_PORT);
        boolean serves = http.areGiven() || runs.isPresent();
        try (connection;
                HttpFace face = serves ? face(served, wanted, runs) : null;
                MetricsPage page = MetricsPage.show(
                        metricsPort, Optional.ofNullable(face).map(HttpFace::meters), line -> print(line));
                Apps apps = new Apps(
                        connection, new StateStorage(stateDirectory, stores), line -> print(line), page.registry())) {
            Shutdown shutdown = Shutdown.install();
            Optional.ofNullable(face).ifPresent(shown -> {
                shutdown.add(shown);
                apps.showOn(shown);
                print(runs.isPresent() ? "dashboard " + shown.url() + "/" : "serving on " + shown.url());
            });
            shutdown.add(apps);
            start(apps, wanted, tuner, gate, notifier);
            print("running: " + app + " (Ctrl-C stops it)");
            int exitCode = apps.awaitEnd();
            apps.failure().ifPresent(failure -> print(err, "soak: " + failure));
            return exitCode;
        }
    }

    private static Set<String> looked(Set<String> wanted, Optional<HttpFace.Dashboard> runs) {
        Set<String> looked = new TreeSet<>(wanted);
        runs.ifPresent(shown -> looked.add(Apps.DASHBOARD));
        runs.flatMap(HttpFace.Dashboard::key).ifPresent(commands -> looked.add(RollbackWatcherCommand.NAME));
        return looked;
    }

    private static void start(
            Apps apps, Set<String> wanted, TunerConfig tuner, GateConfig gate, NotifierConfig notifier) {
        if (wanted.contains(Apps.TUNER)) {
            apps.startTuner(tuner);
        }
        if (wanted.contains(Apps.GATE)) {
            apps.startGate(gate);
        }
        if (wanted.contains(Apps.NOTIFIER)) {
            apps.startNotifier(notifier);
        }
    }

    private HttpFace face(ApiConfig served, Set<String> wanted, Optional<HttpFace.Dashboard> runs) {
        try {
            return HttpFace.start(connection, served, http.peers(), http.address(), wanted, runs);
        } catch (IOException taken) {
            throw new ParameterException(spec.commandLine(), "--http-port: " + taken.getMessage(), taken);
        }
    }

    /** Of everything together the dashboard is a part where it can be reached. */
    private Optional<HttpFace.Dashboard> runs() {
        boolean shown = app.equals(Apps.DASHBOARD) || app.equals(ALL) && http.areGiven();
        return shown
                ? Optional.of(new HttpFace.Dashboard(
                        dashboard.instances(), dashboard.key(), dashboard.limits(), dashboard.metricRuns()))
                : Optional.empty();
    }

    private Set<String> wanted() {
        if (app == null) {
            throw new ParameterException(
                    spec.commandLine(), "which app? tuner, gate, notifier, dashboard, all or rollback-watcher");
        }
        if (app.equals(Apps.DASHBOARD)) {
            return Set.of();
        }
        if (!Apps.NAMES.contains(app) && !app.equals(ALL)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + app + "' is no app: tuner, gate, notifier, dashboard or all are");
        }
        return app.equals(ALL) ? Apps.NAMES : Set.of(app);
    }

    private void print(String line) {
        print(spec.commandLine().getOut(), line);
    }

    private static void print(PrintWriter writer, String line) {
        writer.println(line);
        writer.flush();
    }
}
