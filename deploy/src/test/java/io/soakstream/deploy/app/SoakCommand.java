package io.soakstream.deploy.app;

/** The soak command for tests of other packages. */
public final class SoakCommand {
    private SoakCommand() {}

    /** Runs it in this process; gives the exit code, and what it says on standard error to ours. */
    public static int run(String... arguments) {
        Cli.Ended ended = Cli.run(arguments);
        System.err.print(ended.err());
        return ended.exitCode();
    }
}
