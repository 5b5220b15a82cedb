package io.soakstream.deploy.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The dead-letter topic. */
@Command(
        name = "dlq",
        description = "Shows and replays what could not be decoded, processed or accepted.",
        synopsisSubcommandLabel = "COMMAND")
final class DlqCommand extends CommandGroup {
    private DlqCommand() {}

    static CommandLine commandLine() {
        return new CommandLine(new DlqCommand())
                .addSubcommand(new DlqListCommand())
                .addSubcommand(new DlqReplayCommand());
    }
}
