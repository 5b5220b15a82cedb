package io.soakstream.deploy.app;

import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.projection.CommandRules;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Stops and releases what the tuner may move. */
abstract class ControlFreezeCommand extends SignedCommand {
    @Option(
            names = "--subsystem",
            paramLabel = "S",
            split = ",",
            description = "rebid or rescue_taker; may be repeated (default: everything).")
    private List<String> subsystems = new ArrayList<>();

    private ControlFreezeCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    List<String> subsystems() {
        List<String> named = subsystems.stream().distinct().sorted().toList();
        named.stream().filter(name -> !CommandRules.FREEZABLE.contains(name)).forEach(name -> {
            throw new ParameterException(
                    spec().commandLine(),
                    "--subsystem: " + name + " is not one that can be frozen by itself: rebid and rescue_taker are;"
                            + " without --subsystem everything is frozen");
        });
        return named;
    }

    /** Stops. */
    @Command(name = "freeze", description = "The tuner moves nothing more, or nothing of a subsystem, until unfreeze.")
    static final class Freeze extends ControlFreezeCommand {
        Freeze(InstantSource clock) {
            super(clock);
        }

        @Override
        ControlAction action() {
            return ControlAction.FREEZE;
        }
    }

    /** Releases. */
    @Command(name = "unfreeze", description = "Ends a freeze by command, of everything or of a subsystem.")
    static final class Unfreeze extends ControlFreezeCommand {
        Unfreeze(InstantSource clock) {
            super(clock);
        }

        @Override
        ControlAction action() {
            return ControlAction.UNFREEZE;
        }
    }
}
