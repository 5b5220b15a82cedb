package io.soakstream.deploy.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.document.ReportFiles;
import io.soakstream.gate.report.snapshot.Snapshots;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the published snapshot of a recorded soak. */
@Command(
        name = "snapshot",
        description = {
            "Prints the snapshot of a recorded soak as one JSON object.",
            "It has both published schemas in one document, or exactly one of them. The verdict does not change the exit"
                    + " code: soak gate goes by it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:printed",
            "1:printed, but part of the recording was refused",
            "2:no iteration",
            "64:a path, a policy, a setting or an option is wrong"
        })
final class SnapshotCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final AccountOptions soak;

    @Option(
            names = "--schema",
            paramLabel = "1.1|1.2",
            description = "Exactly this published schema: 1.1 by the policy snapshot, 1.2 by the first --policy.")
    private Optional<String> schema = Optional.empty();

    @Option(names = "--pretty", description = "Indented (default: one line).")
    private boolean pretty;

    SnapshotCommand(Map<String, String> environment) {
        soak = new AccountOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        schema.filter(version -> !version.equals("1.1") && !version.equals("1.2"))
                .ifPresent(version -> {
                    throw new ParameterException(spec.commandLine(), "--schema must be 1.1 or 1.2: " + version);
                });
        AccountedRun run = soak.read(GateRule.NORMAL);
        ObjectNode snapshot = snapshot(ReportFiles.snapshots(run.published()));
        new Terminal(spec).print(pretty ? JsonText.pretty(snapshot) : JsonText.compact(snapshot));
        return run.account().refusals().isEmpty() ? ExitCode.OK : ExitCode.FAIL;
    }

    private ObjectNode snapshot(Snapshots snapshots) {
        return switch (schema.orElse("")) {
            case "1.1" -> snapshots.schema11();
            case "1.2" -> snapshots.schema12();
            default -> snapshots.both();
        };
    }
}
