package io.soakstream.producer.app;

import io.soakstream.producer.domain.RunSelector;
import io.soakstream.producer.recording.RecordingContext;
import io.soakstream.producer.recording.RecordingWriter;
import io.soakstream.producer.recording.RunRecord;
import io.soakstream.producer.recording.TopicRecorder;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
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

    @Option(
            names = "--run",
            required = true,
            paramLabel = "BOT:RUN",
            description = "The run; its name alone where only one bot has a run of that name.")
    private String run;

    @Option(names = "--out", required = true, paramLabel = "F.avro", description = "The file; replaced if it exists.")
    private Path out;

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
        RunSelector selector = selector();
        RecordingContext decidedBy = context.get();
        requireDirectory();
        clients.preflight(access.clientProperties(), access.topics().events());
        RunRecord taken;
        try (Consumer<byte[], byte[]> consumer = clients.consumer(access.clientProperties())) {
            TopicRecorder recorder = new TopicRecorder(
                    consumer, access.registry(), access.topics().events().name());
            taken = recorder.record(selector, decidedBy);
        }
        new RecordingWriter().write(out, taken.header(), taken.events());
        report(taken);
        return Exit.OK;
    }

    private RunSelector selector() {
        try {
            return RunSelector.parse(run);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), "--run: " + unusable.getMessage(), unusable);
        }
    }

    /** Before the topic is read, which may take long. */
    private void requireDirectory() throws NoSuchFileException {
        Path directory = out.toAbsolutePath().getParent();
        if (directory == null || !Files.isDirectory(directory)) {
            throw new NoSuchFileException(out.toString(), null, "there is no such directory");
        }
    }

    private void report(RunRecord taken) {
        PrintWriter err = spec.commandLine().getErr();
        taken.warnings().forEach(warning -> err.println("warning: " + warning));
        err.flush();
        PrintWriter console = spec.commandLine().getOut();
        console.printf(
                "%s: %d events recorded in %s%n",
                taken.header().key(), taken.events().size(), out);
        console.flush();
    }
}
