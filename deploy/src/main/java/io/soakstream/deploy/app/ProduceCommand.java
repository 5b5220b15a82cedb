package io.soakstream.deploy.app;

import io.soakstream.producer.app.ReplayCommand;
import io.soakstream.producer.app.SimulateCommand;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The ways of bringing iterations into Kafka. */
@Command(name = "produce", description = "Brings iterations into Kafka.", synopsisSubcommandLabel = "COMMAND")
final class ProduceCommand extends CommandGroup {
    private ProduceCommand() {}

    static CommandLine commandLine() {
        return new CommandLine(new ProduceCommand())
                .addSubcommand(Connected.command(access -> new ReplayCommand(access, InstantSource.system())))
                .addSubcommand(Connected.command(access -> new SimulateCommand(access, InstantSource.system())));
    }
}
