package io.soakstream.deploy.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What is known to be right. */
@Command(
        name = "golden",
        description = "Holds results against those that are known to be right.",
        synopsisSubcommandLabel = "COMMAND")
final class GoldenCommand extends CommandGroup {
    private GoldenCommand() {}

    static CommandLine commandLine() {
        return new CommandLine(new GoldenCommand()).addSubcommand(new GoldenCompareCommand());
    }
}
