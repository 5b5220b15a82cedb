package io.soakstream.deploy.app;

import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Signed commands to a run. */
@Command(
        name = "control",
        description = "Commands a run: freezes it, gives it other values, switches its tuning, silences it.",
        synopsisSubcommandLabel = "COMMAND")
final class ControlGroup extends CommandGroup {
    private ControlGroup() {}

    static CommandLine commandLine() {
        InstantSource clock = InstantSource.system();
        return new CommandLine(new ControlGroup())
                .addSubcommand(new ControlKeygenCommand())
                .addSubcommand(new ControlFreezeCommand.Freeze(clock))
                .addSubcommand(new ControlFreezeCommand.Unfreeze(clock))
                .addSubcommand(new ControlValuesCommand.Rollback(clock))
                .addSubcommand(new ControlValuesCommand.Rebase(clock))
                .addSubcommand(new ControlAutoTuneCommand(clock))
                .addSubcommand(new ControlSilenceCommand(clock))
                .addSubcommand(new ControlAcknowledgeCommand(clock));
    }
}
