package io.soakstream.deploy.app;

import io.soakstream.deploy.control.InvalidValuesException;
import io.soakstream.deploy.control.TargetValues;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Gives a run complete values. */
abstract class ControlValuesCommand extends SignedCommand {
    @Option(
            names = "--values",
            required = true,
            paramLabel = "FILE",
            description =
                    "JSON with every tunable parameter, flat names or sections, such as a runtime_overrides.json.")
    private Path file;

    private ControlValuesCommand(InstantSource clock) {
        super(clock);
    }

    @Override
    List<ParameterValue> values() {
        try {
            return TargetValues.read(ParameterCatalogue.standard(), file);
        } catch (InvalidValuesException invalid) {
            throw new ParameterException(spec().commandLine(), "--values: " + invalid.getMessage(), invalid);
        }
    }

    /** Back to values that were good. */
    @Command(name = "rollback", description = "Puts the run back on given values, because what it has is bad.")
    static final class Rollback extends ControlValuesCommand {
        Rollback(InstantSource clock) {
            super(clock);
        }

        @Override
        ControlAction action() {
            return ControlAction.ROLLBACK;
        }
    }

    /** What the bot really has. */
    @Command(
            name = "rebase",
            description = "Puts the run on given values, which ends any doubt about what it runs with.")
    static final class Rebase extends ControlValuesCommand {
        Rebase(InstantSource clock) {
            super(clock);
        }

        @Override
        ControlAction action() {
            return ControlAction.REBASE;
        }
    }
}
