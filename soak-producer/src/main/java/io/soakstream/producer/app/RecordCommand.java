package io.soakstream.producer.app;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.domain.RunSelector;
import io.soakstream.producer.recording.RecordingContext;
import io.soakstream.producer.recording.RecordingWriter;
import io.soakstream.producer.recording.RunFollower;
import io.soakstream.producer.recording.RunRecord;
import io.soakstream.producer.recording.TopicRecorder;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.AccessRule;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Takes a run off the events topic into a recording. */
@Command(
        name = "record",
        mixinStandardHelpOptions = true,
        description = "Takes a run off the events topic into a recording that can be judged anywhere.",
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.INTERNAL,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the run was recorded",
            "1:a run has no single order; the others were recorded",
            "2:there is no such run",
            "64:a path or an option is wrong",
            "69:the broker or the registry is not available"
        })
public final class RecordCommand implements Callable<Integer> {
    private final KafkaAccess access;
    private final KafkaClients clients;
    private final Supplier<RecordingContext> context;

    @Spec
    private CommandSpec spec;

    @ArgGroup(multiplicity = "1")
    private Wanted wanted;

    @Option(names = "--follow", description = "Wait for the end of the run; Ctrl-C records it as far as it is.")
    private boolean follow;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "F.avro",
            description = "The file, with --all a directory for <bot>/<run>.avro; files are replaced if they exist.")
    private Path out;

    /** One run or every run. */
    private static final class Wanted {
        @Option(
                names = "--run",
                paramLabel = "BOT:RUN",
                description = "The run; its name alone where only one bot has a run of that name.")
        private String run;

        @Option(names = "--all", description = "Every run of the topic, each in a file of its own.")
        private boolean all;
    }

    /**
     * @param access where the broker and the registry are
     * @param context what the run is judged with, for the header of the recording
     */
    public RecordCommand(KafkaAccess access, Supplier<RecordingContext> context) {
        this(access, KafkaClients.real(), context);
    }

    RecordCommand(KafkaAccess access, KafkaClients clients, Supplier<RecordingContext> context) {
        this.access = access;
        this.clients = clients;
        this.context = context;
    }

    @Override
    public Integer call() throws Exception {
        return Exit.of(this::record, spec.commandLine().getErr());
    }

    private Exit record() throws Exception {
        if (wanted.all && follow) {
            throw new ParameterException(
                    spec.commandLine(), "--follow: only one run can be followed; name it with --run");
        }
        RecordingContext decidedBy = context.get();
        requireDirectory();
        clients.preflight(
                access.clientProperties(), AccessRule.read(access.topics().events()));
        return wanted.all ? recordAll(decidedBy) : recordOne(selector(), decidedBy);
    }

    private Exit recordOne(RunSelector selector, RecordingContext decidedBy) throws IOException {
        if (!follow) {
            return take(selector, decidedBy);
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("waiting for the end of " + selector + "; Ctrl-C records it as far as it is");
        err.flush();
        try (Consumer<byte[], byte[]> consumer = clients.consumer(access.clientProperties())) {
            RunFollower follower = new RunFollower(consumer, access.registry(), topic());
            try (Interrupt interrupt = Interrupt.install(follower::stop)) {
                follower.awaitEnd(selector);
                return take(selector, decidedBy);
            }
        }
    }

    private Exit take(RunSelector selector, RecordingContext decidedBy) throws IOException {
        try (Consumer<byte[], byte[]> consumer = clients.consumer(access.clientProperties())) {
            write(recorder(consumer).record(selector, decidedBy), out);
        }
        return Exit.OK;
    }

    private Exit recordAll(RecordingContext decidedBy) throws IOException {
        List<String> refused = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = clients.consumer(access.clientProperties())) {
            for (RunRecord taken : recorder(consumer).recordAll(decidedBy, refused::add)) {
                RunKey key = taken.header().key();
                Path ofBot = Files.createDirectories(out.resolve(key.bot()));
                write(taken, ofBot.resolve(key.run() + ".avro"));
            }
        }
        PrintWriter err = spec.commandLine().getErr();
        refused.forEach(message -> err.println("refused: " + message));
        err.flush();
        return refused.isEmpty() ? Exit.OK : Exit.REJECTED;
    }

    private TopicRecorder recorder(Consumer<byte[], byte[]> consumer) {
        return new TopicRecorder(consumer, access.registry(), topic());
    }

    private String topic() {
        return access.topics().events().name();
    }

    private RunSelector selector() {
        try {
            return RunSelector.parse(wanted.run);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), "--run: " + unusable.getMessage(), unusable);
        }
    }

    /** Before the topic is read, which may take long. */
    private void requireDirectory() throws NoSuchFileException {
        Path directory = wanted.all ? out : out.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new NoSuchFileException(out.toString(), null, "there is no such directory");
        }
    }

    private void write(RunRecord taken, Path file) throws IOException {
        new RecordingWriter().write(file, taken.header(), taken.events());
        report(taken, file);
    }

    private void report(RunRecord taken, Path file) {
        PrintWriter err = spec.commandLine().getErr();
        taken.warnings().forEach(warning -> err.println("warning: " + warning));
        err.flush();
        PrintWriter console = spec.commandLine().getOut();
        console.printf(
                "%s: %d events recorded in %s%n",
                taken.header().key(), taken.events().size(), file);
        console.flush();
    }
}
