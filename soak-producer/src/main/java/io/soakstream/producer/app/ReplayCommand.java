package io.soakstream.producer.app;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.producer.sink.PacedPublisher;
import io.soakstream.producer.sink.PublishReport;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.AccessRule;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.Producer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a recorded soak to the events topic. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = "Writes a recorded soak to the events topic.",
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.INTERNAL,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:everything was written",
            "1:something was rejected; the rest was written",
            "2:no iteration was found",
            "64:a path or an option is wrong",
            "69:the broker or the registry is not available"
        })
public final class ReplayCommand implements Callable<Integer> {
    private final KafkaAccess access;
    private final KafkaClients clients;
    private final InstantSource clock;
    private final PacedPublisher.Pause pause;

    @Spec
    private CommandSpec spec;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "Directory of ITER_SUMMARY_<n>.json (or of soak/latest, latest below it) or of EDGE_REPORT_<n>.json,"
                            + " .jsonl or recording.")
    private Path path;

    @Option(
            names = "--bot",
            paramLabel = "B",
            description = "Name of the bot (default: a recording's own, else \"bot\").")
    private Optional<String> bot = Optional.empty();

    @Option(
            names = "--run",
            paramLabel = "R",
            description =
                    "Name of the run (default: RUN_<epoch_ms>); a name is used once, what follows the end of its run is"
                            + " refused. A recording keeps its own name only if told so here.")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--off-policy",
            description =
                    "The tuner has another configuration than a recording was decided by: from the first echo that"
                            + " differs from what it decides, echoes count neither for nor against it.")
    private boolean offPolicy;

    @Mixin
    private final ExcerptOptions excerpt = new ExcerptOptions();

    @Mixin
    private SourceOptions source;

    /**
     * @param access where the broker and the registry are
     * @param clock for the name of a run that is not given one
     */
    public ReplayCommand(KafkaAccess access, InstantSource clock) {
        this(access, KafkaClients.real(), clock, pause -> NANOSECONDS.sleep(pause.toNanos()));
    }

    ReplayCommand(KafkaAccess access, KafkaClients clients, InstantSource clock, PacedPublisher.Pause pause) {
        this.access = access;
        this.clients = clients;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public Integer call() throws Exception {
        return Exit.of(this::replay, spec.commandLine().getErr());
    }

    private Exit replay() throws Exception {
        PrintWriter err = spec.commandLine().getErr();
        RecordedSoak read = new SoakReader()
                .read(path, source.readOptions(spec.commandLine()))
                .only(excerpt.range(spec.commandLine()));
        read.notes().forEach(note -> err.println("note: " + note));
        read.rejections().forEach(rejection -> err.println("refused: " + rejection));
        err.flush();
        if (read.events().isEmpty()) {
            err.println("soak: nothing to replay: no event in " + path + " could be taken");
            err.flush();
            return Exit.NO_ITERATIONS;
        }
        RecordedSoak soak = (offPolicy ? read.namingConfiguration() : read).as(name(read));
        clients.preflight(
                access.clientProperties(), AccessRule.write(access.topics().events()));
        try (Producer<byte[], byte[]> producer = clients.producer(access.clientProperties())) {
            EventPublisher publisher = new EventPublisher(
                    producer, new AvroSerdes(access.registry()), access.topics().events());
            report(soak, new PacedPublisher(publisher, pause).publish(soak.events(), excerpt.pace()));
        }
        return soak.rejections().isEmpty() ? Exit.OK : Exit.REJECTED;
    }

    private RunKey name(RecordedSoak soak) {
        try {
            return new RunKey(bot.orElse(soak.key().bot()), run.orElseGet(() -> RunKey.freshRun(clock)));
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), unusable.getMessage(), unusable);
        }
    }

    private void report(RecordedSoak soak, PublishReport report) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                "%s: %d iterations written to %s (%d events, partition %d, offsets %d..%d)%n",
                soak.key(),
                soak.iterations(),
                access.topics().events().name(),
                report.published(),
                report.partition(),
                report.firstOffset(),
                report.lastOffset());
        if (!soak.gaps().isEmpty()) {
            out.println("missing iterations: " + soak.gaps());
        }
        if (soak.timesSynthesised()) {
            out.println(
                    "note: event times are made up at the declared period: those of the source are missing or repeat");
        }
        out.flush();
    }
}
