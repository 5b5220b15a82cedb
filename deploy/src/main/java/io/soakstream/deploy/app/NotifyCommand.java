package io.soakstream.deploy.app;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What the notifier tells, and has told. */
@Command(
        name = "notify",
        description = "Tries receivers, shows messages, lists what was sent.",
        synopsisSubcommandLabel = "COMMAND")
final class NotifyCommand extends CommandGroup {
    private NotifyCommand() {}

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new NotifyCommand())
                .addSubcommand(new NotifyTestCommand(environment))
                .addSubcommand(new NotifyRenderCommand(environment))
                .addSubcommand(new NotifyHistoryCommand());
    }
}
