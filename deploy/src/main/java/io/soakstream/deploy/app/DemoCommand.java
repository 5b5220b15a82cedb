package io.soakstream.deploy.app;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.report.RefusedInput;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.gate.report.VerdictTable;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.producer.app.SimulationOptions;
import io.soakstream.producer.app.SourceOptions;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Everything in one command: a local Kafka and registry, all apps, a soak, its verdict. */
@Command(
        name = "demo",
        description =
                "Starts a local Kafka, a schema registry and every app, lets them tune a simulated bot (or replays a recorded"
                        + " soak) and goes by the verdict.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PASS or WARN",
            "1:FAIL",
            "2:INCONCLUSIVE",
            "64:a path or option is wrong",
            "69:the given broker or registry cannot be reached",
            "70:an error of the program"
        })
final class DemoCommand implements Callable<Integer> {
    private static final List<String> SIMULATION_FLAGS =
            List.of("--seed", "--regime", "--iterations", "--misbehave", "--auto-tune");
    private static final List<String> RECORDING_FLAGS = List.of("--risk-unit", "--tuning");

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--sample",
            paramLabel = "pass|fail",
            description = "Recorded sample to replay instead: pass has 36 iterations, fail has 8.")
    private Optional<Sample> sample = Optional.empty();

    @Option(names = "--recording", paramLabel = "PATH", description = "A recorded soak of your own instead.")
    private Optional<Path> recording = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", description = "Keep the data there (default: deleted at the end).")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--stay", description = "Serve the runs over HTTP, and stay up after the verdict, until Ctrl-C.")
    private boolean stay;

    @Mixin
    private final DemoFace served = new DemoFace();

    @Mixin
    private final TunerOptions tuner;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private SourceOptions source;

    @Mixin
    private SimulationOptions simulation;

    @Mixin
    private final Connection connection = new Connection();

    private PrintWriter out;
    private long startedNanos;

    DemoCommand(Map<String, String> environment) {
        tuner = new TunerOptions(environment);
    }

    /** The samples that ship with the project. */
    enum Sample {
        pass,
        fail
    }

    @Override
    public Integer call() throws IOException {
        out = spec.commandLine().getOut();
        startedNanos = System.nanoTime();
        if (!stay) {
            refuse(List.of("--http-port", "--control-tokens"), "needs --stay");
        }
        TunerConfig config = served.admitting(tuner.over(TunerConfig.defaults()));
        GateConfig gate = policies.config(spec.commandLine());
        DemoSoak soak = soak(config, gate);
        Shutdown shutdown = Shutdown.install();
        try (DemoCluster cluster = cluster(shutdown);
                HttpFace face = stay ? served.start(cluster.access()) : null;
                Apps apps = new Apps(
                        cluster.access(),
                        StateStorage.inMemory(cluster.stateDirectory()),
                        line -> step("notifier: " + line))) {
            shutdown.add(cluster);
            Optional.ofNullable(face).ifPresent(shown -> {
                shutdown.add(shown);
                apps.showOn(shown);
                step("dashboard " + shown.url() + "/");
            });
            shutdown.add(apps);
            cluster.failure().thenAccept(apps::fail);
            cluster.addresses().forEach(this::step);
            apps.startTuner(config);
            apps.startGate(gate);
            apps.startNotifier(NotifierConfig.defaults().withSimulated());
            int exitCode = judge(cluster.access(), apps, soak, new Judgement(config, gate));
            if (stay) {
                step("staying up, with all apps running: " + face.url() + "/ (Ctrl-C stops everything)");
                int ended = apps.awaitEnd();
                apps.failure().ifPresent(this::step);
                return ended == ExitCode.OK ? exitCode : ended;
            }
            return exitCode;
        }
    }

    /** Goes by what comes out of Kafka; the same offline says how much of it there must be, and checks it. */
    private int judge(KafkaAccess access, Apps apps, DemoSoak soak, Judgement again) {
        DemoSoak.Offline offline = soak.offline();
        offline.refusals().forEach(refusal -> step("refused: " + refusal));
        if (offline.verdicts().isEmpty()) {
            step("not one iteration could be judged");
            return ExitCode.INCONCLUSIVE;
        }
        DemoFeed feed = DemoFeed.start(() -> soak.feed(access));
        List<Verdict> judged = new DemoFollower(apps, feed, this::step)
                .lasts(access, soak.key().run(), offline.verdicts().size());
        feed.end();
        CommandedDemo came = CommandedDemo.read(access, soak.key());
        if (came.commands() == 0) {
            soak.remarks().forEach(this::step);
        } else {
            step("commands given: " + came.commands());
        }
        List<Verdict> verdicts = judged.stream()
                .map(last -> RuledVerdict.of(RefusedInput.applied(last, offline.refusals()), GateRule.NORMAL))
                .toList();
        out.printf("%n%s%n", VerdictTable.render(verdicts));
        DemoSoak.Offline same = came.commands() == 0 ? offline : came.judge(again.config(), again.policies());
        if (!digests(same.lasts()).equals(digests(judged))) {
            throw new IllegalStateException("the same offline gives another digest, " + digests(same.lasts()));
        }
        out.printf("  The offline gate gives the same digest.%n%n");
        out.flush();
        return VerdictExit.ofWorst(verdicts);
    }

    /** By what a run is decided and judged. */
    private record Judgement(TunerConfig config, GateConfig policies) {}

    private static List<String> digests(List<Verdict> verdicts) {
        return verdicts.stream().map(Verdict::getDigest).toList();
    }

    private DemoSoak soak(TunerConfig config, GateConfig gate) throws IOException {
        Optional<Path> recorded = recording.or(() -> sample.map(name -> Samples.directory(name.name())));
        if (recorded.isPresent()) {
            refuse(SIMULATION_FLAGS, "a recorded soak is not simulated");
            return new RecordedDemo(read(recorded.get()), config, gate, this::step);
        }
        refuse(RECORDING_FLAGS, "without --recording or --sample the soak is simulated");
        return new SimulatedDemo(simulated(), simulation, config, gate, this::step);
    }

    private void refuse(List<String> flags, String why) {
        flags.stream()
                .filter(spec.commandLine().getParseResult()::hasMatchedOption)
                .findFirst()
                .ifPresent(flag -> {
                    throw new ParameterException(spec.commandLine(), flag + ": " + why);
                });
    }

    private SimulatedRun simulated() {
        CommandLine command = spec.commandLine();
        return simulation.run(
                command,
                new RunKey("demo", RunKey.freshRun(InstantSource.system())),
                SimulatedRun.BEGIN,
                source.period(command),
                source.startPlan(command, SimulationOptions.START));
    }

    private DemoCluster cluster(Shutdown shutdown) {
        if (spec.commandLine().getParseResult().hasMatchedOption("--bootstrap-servers")) {
            step("using the cluster that is given");
            return DemoCluster.existing(connection, shutdown);
        }
        step("starting a local Kafka broker and a schema registry");
        return DemoCluster.local(data, shutdown);
    }

    private RecordedSoak read(Path path) throws IOException {
        RecordedSoak soak = new SoakReader().read(path, source.readOptions(spec.commandLine()));
        soak.notes().forEach(note -> step("note: " + note));
        if (soak.iterations() == 0) {
            throw new NoSuchFileException(path.toString(), null, "not one iteration of it can be read");
        }
        return soak.as(new RunKey("demo", RunKey.freshRun(InstantSource.system())));
    }

    private synchronized void step(String line) {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds, line);
        out.flush();
    }
}
