package io.soakstream.deploy.app;

import io.soakstream.deploy.local.LocalCluster;
import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.app.VerdictReader;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.report.VerdictTable;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Everything in one command: a local Kafka and registry, all apps, a recorded soak, its verdict. */
@Command(
        name = "demo",
        description =
                "Starts a local Kafka, a schema registry and every app, replays a recorded soak and goes by its verdict.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PASS or WARN",
            "1:FAIL",
            "2:INCONCLUSIVE",
            "64:a path or option is wrong",
            "70:an error of the program"
        })
final class DemoCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(200);

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--sample",
            paramLabel = "pass|fail",
            defaultValue = "pass",
            description = "Sample to replay: pass has 36 iterations, fail has 8 (default: ${DEFAULT-VALUE}).")
    private Sample sample;

    @Option(names = "--recording", paramLabel = "PATH", description = "A soak of your own instead of a sample.")
    private Optional<Path> recording = Optional.empty();

    @Option(names = "--data", paramLabel = "DIR", description = "Keep the data there (default: deleted at the end).")
    private Optional<Path> data = Optional.empty();

    @Option(names = "--stay", description = "Stay up after the verdict, until Ctrl-C.")
    private boolean stay;

    private PrintWriter out;
    private long startedNanos;

    /** The samples that ship with the project. */
    enum Sample {
        pass,
        fail
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        out = spec.commandLine().getOut();
        startedNanos = System.nanoTime();
        RecordedSoak soak = read(recording.orElseGet(() -> Samples.directory(sample.name())));
        Topics topics = Topics.standard();
        step("starting a local Kafka broker and a schema registry");
        try (LocalCluster cluster = start(topics);
                LocalAccess access = new LocalAccess(cluster, topics);
                Apps apps = new Apps(
                        access, cluster.dataDirectory().resolve("streams"), line -> step("notifier: " + line))) {
            Shutdown.closeOnSignal(apps, access, cluster);
            whereEverythingListens(cluster);
            apps.startTuner(TunerConfig.defaults());
            apps.startGate(GateConfig.defaults());
            apps.startNotifier();
            publish(access, soak);
            Verdict verdict = follow(access, apps, soak);
            report(verdict, soak);
            if (stay) {
                step("staying up; Ctrl-C stops everything");
                apps.awaitEnd();
            }
            return VerdictExit.of(verdict.getVerdict());
        }
    }

    private RecordedSoak read(Path path) throws IOException {
        RecordedSoak soak = new SoakReader().read(path, ReadOptions.defaults());
        soak.rejections().forEach(rejection -> step("refused: " + rejection));
        if (soak.iterations() == 0) {
            throw new NoSuchFileException(path.toString(), null, "not one iteration of it can be read");
        }
        return soak.as(new RunKey("demo", RunKey.freshRun(InstantSource.system())));
    }

    private LocalCluster start(Topics topics) throws IOException {
        if (data.isEmpty()) {
            return LocalCluster.startTemporary(topics);
        }
        Files.createDirectories(data.get());
        return LocalCluster.start(data.get(), true, topics);
    }

    private void whereEverythingListens(LocalCluster cluster) {
        step("Kafka     " + cluster.bootstrapServers());
        step("registry  " + cluster.registryUrl());
        step("data      " + cluster.dataDirectory() + (data.isPresent() ? "" : " (deleted at the end)"));
    }

    private void publish(LocalAccess access, RecordedSoak soak) {
        try (Producer<byte[], byte[]> producer =
                new KafkaProducer<>(EventPublisher.producerProperties(access.clientProperties()))) {
            new EventPublisher(
                            producer,
                            new AvroSerdes(access.registry()),
                            access.topics().events())
                    .publish(soak.events());
        }
        step(String.format(
                Locale.ROOT,
                "replayed %d iterations as %s to %s",
                soak.iterations(),
                soak.key(),
                access.topics().events().name()));
    }

    private Verdict follow(LocalAccess access, Apps apps, RecordedSoak soak) {
        int expected = soak.iterations();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        Verdict last = null;
        int seen = 0;
        try (VerdictReader reader = new VerdictReader(access)) {
            while (seen < expected) {
                if (System.nanoTime() > deadline || apps.ended().isDone()) {
                    throw new IllegalStateException("only " + seen + " of " + expected + " verdicts came within "
                            + PATIENCE.toSeconds() + " s");
                }
                for (Verdict verdict : reader.poll(POLL)) {
                    if (verdict.getRun().equals(soak.key().run())) {
                        seen++;
                        last = progress(verdict, last, expected);
                    }
                }
            }
        }
        return last;
    }

    /** One line for the first verdict and for each that differs from the one before. */
    private Verdict progress(Verdict verdict, Verdict before, int expected) {
        if (before == null || before.getVerdict() != verdict.getVerdict() || verdict.getIterationsTotal() == expected) {
            step(String.format(
                    Locale.ROOT,
                    "iteration %2d of %d: %s",
                    verdict.getIterationsTotal(),
                    expected,
                    verdict.getVerdict()));
        }
        return verdict;
    }

    private void report(Verdict verdict, RecordedSoak soak) {
        out.println();
        out.print(VerdictTable.render(verdict));
        Optional<Verdict> offline = new OfflineGate(GateConfig.defaults(), OptionalInt.empty())
                .judge(soak)
                .last();
        boolean same = offline.filter(other -> other.getDigest().equals(verdict.getDigest()))
                .isPresent();
        out.println(
                same
                        ? "                (the offline gate gives the same digest)"
                        : "  WARNING       the offline gate gives another digest");
        out.println();
        out.flush();
    }

    private void step(String line) {
        double seconds = (System.nanoTime() - startedNanos) / 1e9;
        out.printf(Locale.ROOT, "%5.1f s  %s%n", seconds, line);
        out.flush();
    }
}
