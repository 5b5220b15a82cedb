package io.soakstream.deploy.app;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Is a build ready? */
@Command(
        name = "readiness",
        description = "Scores how ready the latest days are, and checks such scores.",
        synopsisSubcommandLabel = "COMMAND")
final class ReadinessCommand extends CommandGroup {
    private ReadinessCommand() {}

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new ReadinessCommand())
                .addSubcommand(new ReadinessScoreCommand(environment))
                .addSubcommand(new ReadinessValidateCommand(environment));
    }
}
