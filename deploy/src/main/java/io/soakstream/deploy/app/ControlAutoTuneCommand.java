package io.soakstream.deploy.app;

import io.soakstream.schemas.contract.ControlAction;
import java.time.InstantSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Switches a run's tuning. */
@Command(name = "auto-tune", description = "Lets the tuner apply what it proposes (on), or only propose (off).")
final class ControlAutoTuneCommand extends SignedCommand {
    @Parameters(index = "1", paramLabel = "on|off", description = "Whether proposals are applied.")
    private Switch to;

    ControlAutoTuneCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    ControlAction action() {
        return to == Switch.ON ? ControlAction.AUTO_TUNE_ON : ControlAction.AUTO_TUNE_OFF;
    }

    private enum Switch {
        ON,
        OFF
    }
}
