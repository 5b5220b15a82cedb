package io.soakstream.deploy.app;

import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.recording.NotARecordingException;
import io.soakstream.producer.source.UnsupportedSourceException;
import io.soakstream.schemas.registry.RegistryAuthenticationException;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.runtime.ExitCode;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code soak} command. */
@Command(
        name = "soak",
        description = "Judges and tunes long soak tests of a market-making bot on a stream.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = SoakCli.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:PASS or WARN, or the work is done",
            "1:FAIL, or part of the input was refused",
            "2:INCONCLUSIVE, or no data",
            "64:the command line or a file named in it is wrong",
            "69:broker or registry cannot be reached",
            "70:an error of the program, or a failed build in the launcher"
        })
public final class SoakCli implements Runnable {
    @Spec
    private CommandSpec spec;

    private SoakCli() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The whole command, as tests run it too. */
    static CommandLine commandLine() {
        CommandLine command = new CommandLine(new SoakCli())
                .addSubcommand(new DemoCommand())
                .addSubcommand(new GateCommand())
                .addSubcommand(ProduceCommand.commandLine())
                .addSubcommand(RecordWiring.recordCommand())
                .addSubcommand(new VerdictsCommand())
                .addSubcommand(StartCommand.commandLine())
                .addSubcommand(TopicsCommand.commandLine())
                .addSubcommand(new HelpCommand());
        command.setParameterExceptionHandler(SoakCli::refuse);
        command.setExecutionExceptionHandler((failure, failed, parsed) -> report(failure, failed));
        return command;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int refuse(ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println("soak: " + wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, command.getErr());
        command.getErr().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    /** A failure that a person can mend is one line; an error of the program shows where it came from. */
    private static int report(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof ParameterException wrong) {
            return refuse(wrong, new String[0]);
        }
        int code = exitCode(failure);
        if (code == ExitCode.INTERNAL) {
            throw failure;
        }
        command.getErr().println("soak: " + message(failure));
        command.getErr().flush();
        return code;
    }

    private static int exitCode(Exception failure) {
        if (failure instanceof NoIterationsException) {
            return ExitCode.INCONCLUSIVE;
        }
        if (failure instanceof FileSystemException
                || failure instanceof UnsupportedSourceException
                || failure instanceof NotARecordingException) {
            return ExitCode.USAGE;
        }
        if (failure instanceof RegistryUnavailableException
                || failure instanceof RegistryAuthenticationException
                || failure instanceof KafkaException) {
            return ExitCode.UNAVAILABLE;
        }
        return ExitCode.INTERNAL;
    }

    private static String message(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": " + (missing.getReason() == null ? "no such file" : missing.getReason());
        }
        Throwable cause = failure.getCause();
        return cause == null || cause.getMessage() == null
                ? failure.getMessage()
                : failure.getMessage() + ": " + cause.getMessage();
    }

    /** The version that the jar was built as. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"soakstream " + text()};
        }

        static String text() {
            String built = SoakCli.class.getPackage().getImplementationVersion();
            return built == null ? "(not packaged)" : built;
        }
    }
}
