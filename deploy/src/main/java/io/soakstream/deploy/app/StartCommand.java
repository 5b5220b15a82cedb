package io.soakstream.deploy.app;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.TopicPreflight;
import io.soakstream.tuner.config.TunerConfig;
import java.nio.file.Path;
import java.util.Set;
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
@Command(name = "start", description = "Runs tuner, gate, notifier or all of them against a cluster, until Ctrl-C.")
final class StartCommand implements Callable<Integer> {
    private static final Set<String> APPS = Set.of("tuner", "gate", "notifier");
    private static final String ALL = "all";

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Connection connection = new Connection();

    @Parameters(paramLabel = "APP", description = "tuner, gate, notifier or all.")
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

    @Mixin
    private DecisionOptions decision;

    static CommandLine commandLine() {
        return new CommandLine(new StartCommand());
    }

    @Override
    public Integer call() throws InterruptedException {
        if (!APPS.contains(app) && !app.equals(ALL)) {
            throw new ParameterException(
                    spec.commandLine(), "'" + app + "' is no app: tuner, gate, notifier or all are");
        }
        TunerConfig tuner = decision.tuner();
        GateConfig gate = decision.gate();
        TopicPreflight.require(
                connection.clientProperties(), connection.topics().all().toArray(Topic<?>[]::new));
        try (connection;
                Apps apps = new Apps(connection, new StateStorage(stateDirectory, stores), line -> print(line))) {
            Shutdown.install().add(apps);
            if (wanted("tuner")) {
                apps.startTuner(tuner);
            }
            if (wanted("gate")) {
                apps.startGate(gate);
            }
            if (wanted("notifier")) {
                apps.startNotifier();
            }
            print("running: " + app + " (Ctrl-C stops it)");
            return apps.awaitEnd();
        }
    }

    private boolean wanted(String name) {
        return app.equals(ALL) || app.equals(name);
    }

    private void print(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
