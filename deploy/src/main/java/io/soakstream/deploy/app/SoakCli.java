package io.soakstream.deploy.app;

import io.soakstream.producer.app.Exit;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.setting.InvalidSettingException;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            "0:the work is done; of gate, run and demo: PASS or WARN",
            "1:FAIL, part of the input was refused, or a check has findings",
            "2:INCONCLUSIVE, or no data",
            "64:the command line or a file named in it is wrong",
            "69:broker or registry cannot be reached, or start refuses the cluster",
            "70:an error of the program, or a failed build in the launcher"
        })
public final class SoakCli implements Runnable {
    private static final int USAGE_WIDTH = 110;

    @Spec
    private CommandSpec spec;

    private SoakCli() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** Nothing ends with the JVM's own code for an uncaught error: that one means FAIL here. */
    private static int run(String[] arguments) {
        try {
            return commandLine(System.getenv(), arguments).execute(arguments);
        } catch (Throwable uncaught) {
            uncaught.printStackTrace();
            return ExitCode.INTERNAL;
        }
    }

    /**
     * The command as it is called, by tests too.
     *
     * @param environment variables that settings are taken from
     * @param arguments which of its commands is called
     */
    static CommandLine commandLine(Map<String, String> environment, String... arguments) {
        CommandLine command = new CommandLine(new SoakCli());
        new Subcommands(environment).addTo(command, arguments);
        command.setUsageHelpWidth(USAGE_WIDTH);
        command.setCaseInsensitiveEnumValuesAllowed(true);
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
    private static int report(Exception failure, CommandLine command) {
        if (failure instanceof ParameterException wrong) {
            return refuse(wrong, new String[0]);
        }
        if (failure instanceof InvalidSettingException invalid) {
            return refuse(new ParameterException(command, invalid.getMessage(), invalid), new String[0]);
        }
        Exit exit = Exit.of(failure);
        if (exit == Exit.INTERNAL) {
            failure.printStackTrace(command.getErr());
        } else {
            command.getErr().println("soak: " + Exit.message(failure));
        }
        command.getErr().flush();
        return exit.code();
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
