package io.soakstream.deploy.app;

import io.soakstream.schemas.contract.ControlAction;
import java.time.InstantSource;
import picocli.CommandLine.Command;

/** Says that somebody looks after a run. */
@Command(
        name = "acknowledge",
        description = "Says that somebody looks after the run: no reminders until its verdict changes.")
final class ControlAcknowledgeCommand extends SignedCommand {
    ControlAcknowledgeCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    ControlAction action() {
        return ControlAction.ACKNOWLEDGE;
    }
}
