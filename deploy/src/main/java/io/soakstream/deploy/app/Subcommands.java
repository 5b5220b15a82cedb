package io.soakstream.deploy.app;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;

/**
 * The commands of {@code soak}, in the order in which its help lists them. To read the flags of all takes as long as to
 * judge a short run, so that one that is called by its name is made alone.
 */
final class Subcommands {
    private final Map<String, Supplier<Object>> makers = new LinkedHashMap<>();

    /** @param environment variables that settings are taken from */
    Subcommands(Map<String, String> environment) {
        makers.put("demo", () -> new DemoCommand(environment));
        makers.put("run", () -> new RunCommand(environment));
        makers.put("gate", () -> new GateCommand(environment));
        makers.put("report", () -> new ReportCommand(environment));
        makers.put("snapshot", () -> new SnapshotCommand(environment));
        makers.put("verify-deltas", () -> new VerifyDeltasCommand(environment));
        makers.put("metrics", () -> new MetricsCommand(environment));
        makers.put("compare", () -> new CompareCommand(environment));
        makers.put("what-if", () -> new WhatIfCommand(environment));
        makers.put("explain", () -> new ExplainCommand(environment));
        makers.put("golden", GoldenCommand::commandLine);
        makers.put("readiness", () -> ReadinessCommand.commandLine(environment));
        makers.put("produce", () -> ProduceCommand.commandLine(environment));
        makers.put("record", () -> RecordWiring.recordCommand(environment));
        makers.put("verdicts", VerdictsCommand::new);
        makers.put("config", () -> ConfigCommand.commandLine(environment));
        makers.put("control", ControlGroup::commandLine);
        makers.put("dlq", DlqCommand::commandLine);
        makers.put("notify", () -> NotifyCommand.commandLine(environment));
        makers.put("grafana", () -> GrafanaGroup.commandLine(environment));
        makers.put("release", ReleaseGroup::commandLine);
        makers.put("start", () -> StartCommand.commandLine(environment));
        makers.put("topics", TopicsCommand::commandLine);
        makers.put("help", HelpCommand::new);
    }

    /** @param arguments of the command; whatever does not begin with a name may ask for any */
    void addTo(CommandLine command, String... arguments) {
        boolean named = arguments.length > 0 && !arguments[0].equals("help") && makers.containsKey(arguments[0]);
        makers.forEach((name, maker) -> {
            if (!named || name.equals(arguments[0])) {
                command.addSubcommand(name, maker.get());
            }
        });
    }
}
