package io.soakstream.deploy.app;

import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.delta.DeltaVerdict;
import io.soakstream.gate.report.delta.DeltaVerifyJson;
import io.soakstream.gate.report.delta.DeltaVerifyMarkdown;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Tells what became of every proposal of a recorded soak. */
@Command(
        name = "verify-deltas",
        description = {
            "Holds every proposal of a recorded soak against what its own iteration recorded.",
            "The exit code goes by the share that was applied in full or excused."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:enough were applied or excused, or nothing was proposed",
            "1:too few were",
            "2:no iteration, part of the recording was refused, or it does not say what became of a proposal",
            "64:a path, a policy, a setting or an option is wrong"
        })
final class VerifyDeltasCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final AccountOptions soak;

    @Option(
            names = "--strict",
            description = "At least 95 %% applied or excused (default: 90 %%, or 80 %% if none is without effect).")
    private boolean strict;

    @Option(names = "--json", description = "One JSON object on standard output, nothing else there.")
    private boolean json;

    VerifyDeltasCommand(Map<String, String> environment) {
        soak = new AccountOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        GateRule rule = strict ? GateRule.STRICT : GateRule.NORMAL;
        AccountedRun run = soak.read(rule);
        DeltaVerification deltas = DeltaVerification.of(run.account());
        Terminal terminal = new Terminal(spec);
        deltas.missing().forEach(sentence -> terminal.tell("missing: " + sentence));
        terminal.print(
                json
                        ? JsonText.pretty(DeltaVerifyJson.of(deltas, rule))
                        : DeltaVerifyMarkdown.of(run.account(), deltas, rule));
        return exitCode(run, deltas);
    }

    private static int exitCode(AccountedRun run, DeltaVerification deltas) {
        return switch (DeltaVerdict.of(deltas, run.rule())) {
            case FAIL -> ExitCode.FAIL;
            case INCONCLUSIVE -> ExitCode.INCONCLUSIVE;
            case PASS -> run.account().refusals().isEmpty() ? ExitCode.OK : ExitCode.INCONCLUSIVE;
        };
    }
}
