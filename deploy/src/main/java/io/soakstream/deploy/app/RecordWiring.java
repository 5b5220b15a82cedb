package io.soakstream.deploy.app;

import io.soakstream.producer.app.RecordCommand;
import picocli.CommandLine;

/** Gives the record command what the run was decided by, for the header of the recording. */
final class RecordWiring {
    private RecordWiring() {}

    static CommandLine recordCommand() {
        DecisionOptions decision = new DecisionOptions();
        CommandLine command = Connected.command(access -> new RecordCommand(access, decision::recordingContext));
        decision.addTo(command.getCommandSpec());
        return command;
    }
}
