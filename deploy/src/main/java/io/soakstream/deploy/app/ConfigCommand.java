package io.soakstream.deploy.app;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The settings. */
@Command(name = "config", description = "Shows the settings that hold.", synopsisSubcommandLabel = "COMMAND")
final class ConfigCommand extends CommandGroup {
    private ConfigCommand() {}

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new ConfigCommand()).addSubcommand(new ConfigExplainCommand(environment));
    }
}
