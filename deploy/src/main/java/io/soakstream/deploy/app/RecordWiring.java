package io.soakstream.deploy.app;

import io.soakstream.producer.app.RecordCommand;
import java.util.Map;
import picocli.CommandLine;

/** Gives the record command what the run was decided by, for the header of the recording. */
final class RecordWiring {
    private RecordWiring() {}

    static CommandLine recordCommand(Map<String, String> environment) {
        DecisionOptions decision = new DecisionOptions(environment);
        CommandLine command = Connected.command(access -> new RecordCommand(access, decision::recordingContext));
        decision.addTo(command.getCommandSpec());
        return command;
    }
}
