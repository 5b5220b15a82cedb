package io.soakstream.deploy.app;

import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Dashboards of a Grafana. */
@Command(
        name = "grafana",
        description = "Takes a dashboard out of a Grafana, or puts one into it.",
        synopsisSubcommandLabel = "COMMAND")
final class GrafanaGroup extends CommandGroup {
    private GrafanaGroup() {}

    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new GrafanaGroup())
                .addSubcommand(new GrafanaCommand.Export(environment))
                .addSubcommand(new GrafanaCommand.Import(environment));
    }
}
