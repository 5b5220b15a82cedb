package io.soakstream.deploy.app;

import java.util.List;
import java.util.Map;

/** The soak command for tests of other packages. */
public final class SoakCommand {
    private SoakCommand() {}

    /** Runs it in this process; gives the exit code, and what it says on standard error to ours. */
    public static int run(String... arguments) {
        Cli.Ended ended = Cli.run(arguments);
        System.err.print(ended.err());
        return ended.exitCode();
    }

    /**
     * Reads a command line as the command does, and runs nothing.
     *
     * @throws picocli.CommandLine.ParameterException the command would refuse it
     */
    public static void parse(List<String> arguments) {
        String[] line = arguments.toArray(String[]::new);
        SoakCli.commandLine(Map.of(), line).parseArgs(line);
    }
}
