package io.soakstream.deploy.app;

import io.soakstream.deploy.access.SecuredCluster;
import io.soakstream.deploy.http.ApiConfig;
import io.soakstream.deploy.live.Peers;
import io.soakstream.deploy.view.ViewLimits;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.producer.client.ClientLimits;
import io.soakstream.producer.client.Iteration;
import io.soakstream.producer.client.RunPlan;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.client.SoakRun;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Apps in this JVM on a broker that insists, each as its own user with the rights of the catalogue. */
final class SecuredLine implements AutoCloseable {
    private final SecuredCluster cluster = SecuredCluster.get();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final List<AutoCloseable> parts = new ArrayList<>();
    private final Topics topics;
    private final Path directory;

    /** Makes the users; the topics are for the one among them who may. */
    SecuredLine(Topics topics, Path directory) {
        this.topics = topics;
        this.directory = directory;
        cluster.addUsers(topics);
    }

    /** The same with users that there are, one of which lacks a right. */
    SecuredLine(Topics topics, Path directory, AccessTrial.Right lacking) {
        this.topics = topics;
        this.directory = directory.resolve(lacking.app());
    }

    /** Runs a command as the user of an app. */
    Cli.Ended as(String app, String... command) {
        return Cli.run(
                Stream.concat(Arrays.stream(command), flags(app).stream()).toArray(String[]::new));
    }

    /** The flags of a connection as the user of an app. */
    List<String> flags(String app) {
        return cluster.flags(SecuredCluster.user(app), topics.prefix());
    }

    Connection connection(String app) {
        Connection connection = Connections.of(flags(app));
        parts.add(connection);
        return connection;
    }

    /** What {@code soak start} says of a cluster before it starts an app. */
    List<String> findings(String app) {
        List<String> findings = new ArrayList<>();
        new StartPreflight(connection(app), findings::add).passes(Set.of(app));
        return findings;
    }

    /** With the usual settings, and without any question before. */
    Apps start(String app) {
        return switch (app) {
            case "tuner" -> tuner(TunerConfig.defaults());
            case "gate" -> gate();
            case "notifier" -> notifier();
            default -> throw new IllegalArgumentException(app);
        };
    }

    Apps tuner(TunerConfig config) {
        Apps apps = apps("tuner");
        apps.startTuner(config);
        return apps;
    }

    Apps gate() {
        Apps apps = apps("gate");
        apps.startGate(GateConfig.defaults());
        return apps;
    }

    Apps notifier() {
        Apps apps = apps("notifier");
        apps.startNotifier(NotifierConfig.defaults());
        return apps;
    }

    private Apps apps(String app) {
        Apps apps = new Apps(connection(app), StateStorage.inMemory(directory.resolve(app)), told::add);
        parts.add(apps);
        return apps;
    }

    HttpFace dashboard() throws IOException {
        HttpFace face = HttpFace.start(
                connection("dashboard"),
                ApiConfig.local(0),
                new Peers(Set.of(), Optional.empty()),
                Optional.empty(),
                Set.of(),
                Optional.of(new HttpFace.Dashboard(Map.of(), Optional.empty(), ViewLimits.defaults(), 10)));
        parts.add(face);
        return face;
    }

    /** A live run of a bot with the library: its start and so many healthy iterations; it does not end. */
    RunKey liveRun(String run, int iterations) {
        try (SoakProducer bot =
                        SoakProducer.connect(connection("producer"), ClientLimits.defaults(), InstantSource.system());
                SoakRun soak = bot.start(RunPlan.of("mm", run))) {
            for (int number = 1; number <= iterations; number++) {
                soak.send(new Iteration(
                                Events.healthy(number).build(),
                                InstantSource.system().instant()))
                        .join();
            }
        }
        return new RunKey("mm", run);
    }

    /** What the notifier has told. */
    List<String> told() {
        return told;
    }

    @Override
    public void close() throws Exception {
        for (int last = parts.size() - 1; last >= 0; last--) {
            parts.get(last).close();
        }
    }
}
