package io.soakstream.producer.app;

import io.soakstream.producer.client.ClientLimits;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.sidecar.SidecarEnd;
import io.soakstream.producer.sidecar.SidecarLoop;
import io.soakstream.producer.sidecar.SidecarOptions;
import io.soakstream.producer.sidecar.SidecarOptions.EchoSource;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Puts a bot that only knows files onto the stream. */
@Command(
        name = "sidecar",
        mixinStandardHelpOptions = true,
        description = {
            "Puts a bot that only knows files onto the stream: sends the iterations that it writes, and writes what it"
                    + " must run with into its file of overrides.",
            "Ctrl-C or SIGTERM ends the run. After any other end the same command goes on where it was.%n"
        },
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.INTERNAL,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the run has ended, and every file was taken",
            "1:the run has ended; some files could not be taken",
            "64:an option or a file is wrong",
            "69:the broker or the registry is not available"
        })
public final class SidecarCommand implements Callable<Integer> {
    /** An event is kept in the state file and sent again; one try need not be long. */
    private static final Duration DELIVERY = Duration.ofSeconds(30);

    private final KafkaAccess access;
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Mixin
    private SidecarFlags flags;

    /**
     * @param access where the broker and the registry are
     * @param clock for the name, start and end of the run
     */
    public SidecarCommand(KafkaAccess access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        return Exit.of(this::run, spec.commandLine().getErr());
    }

    private Exit run() throws Exception {
        SidecarOptions options = flags.options(spec.commandLine());
        if (options.echo() == EchoSource.FILE) {
            spec.commandLine()
                    .getOut()
                    .println("the content of " + options.overridesFile()
                            + " counts as what the bot runs with: it must read"
                            + " it at the start of every iteration (--echo none if it does not)");
        }
        SidecarPrinter printer = new SidecarPrinter(
                spec.commandLine().getOut(), spec.commandLine().getErr());
        SidecarLoop loop = new SidecarLoop(options, new CatalogueStartValues(), printer, clock);
        try (Interrupt interrupt = Interrupt.install(loop::stop);
                SoakProducer producer =
                        SoakProducer.connect(access, ClientLimits.defaults().withDelivery(DELIVERY), clock)) {
            return report(loop.run(producer));
        }
    }

    private Exit report(SidecarEnd end) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%s: ended, %d iterations sent%n", end.key(), end.sent());
        end.problems().forEach((file, message) -> out.println("not taken: " + file + ": " + message));
        out.flush();
        return end.problems().isEmpty() ? Exit.OK : Exit.REJECTED;
    }
}
