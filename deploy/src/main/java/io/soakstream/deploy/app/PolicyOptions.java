package io.soakstream.deploy.app;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.config.PolicyReader;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flag that says what a gate judges by. */
final class PolicyOptions {
    @Option(
            names = "--policy",
            paramLabel = "POLICY",
            defaultValue = "release",
            split = ",",
            description = {
                "Policy of the gate: release, snapshot, soak-72h, smoke or the path of a file",
                "(default: ${DEFAULT-VALUE}). May be given several times."
            })
    private List<String> policies;

    /** Whether the command line names any, and does not leave it to the default. */
    boolean areGiven(CommandLine commandLine) {
        return commandLine.getParseResult().hasMatchedOption("--policy");
    }

    /** As they were given: names, or paths of files. */
    List<String> names() {
        return List.copyOf(policies);
    }

    /** @throws ParameterException there is no such policy, it is wrong, or stands there twice */
    GateConfig config(CommandLine commandLine) {
        try {
            return new GateConfig(policies.stream().map(PolicyReader::read).toList());
        } catch (IllegalArgumentException invalid) {
            throw new ParameterException(commandLine, "--policy: " + invalid.getMessage(), invalid);
        }
    }
}
