package io.soakstream.deploy.app;

import io.soakstream.producer.app.ReplayCommand;
import io.soakstream.producer.app.ServeCommand;
import io.soakstream.producer.app.SidecarCommand;
import io.soakstream.producer.app.SimulateCommand;
import java.time.InstantSource;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The ways of bringing iterations into Kafka. */
@Command(name = "produce", description = "Brings iterations into Kafka.", synopsisSubcommandLabel = "COMMAND")
final class ProduceCommand extends CommandGroup {
    private ProduceCommand() {}

    /** @param environment variables that settings are taken from */
    static CommandLine commandLine(Map<String, String> environment) {
        return new CommandLine(new ProduceCommand())
                .addSubcommand(Connected.command(access -> new ReplayCommand(access, InstantSource.system())))
                .addSubcommand(
                        Connected.command(access -> new ServeCommand(access, InstantSource.system(), environment)))
                .addSubcommand(Connected.command(access -> new SidecarCommand(access, InstantSource.system())))
                .addSubcommand(Connected.command(access -> new SimulateCommand(access, InstantSource.system())));
    }
}
