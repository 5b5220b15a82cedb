package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.whatif.Timeline;
import io.soakstream.gate.report.whatif.WhatIfJson;
import io.soakstream.gate.report.whatif.WhatIfText;
import io.soakstream.producer.app.SourceOptions;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Judges a recorded soak by several policies and shows them side by side. */
@Command(
        name = "what-if",
        description = {
            "Judges a recorded soak by several policies and shows their verdicts side by side.",
            "Shown is also where they first differ, and how near each criterion is to turning over at the end."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:shown, whatever the verdicts are",
            "1:shown, but part of the recording was refused",
            "2:no iteration could be judged",
            "64:a path, a policy, a setting or an option is wrong"
        })
final class WhatIfCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--recording",
            required = true,
            paramLabel = "PATH",
            description =
                    "Directory of ITER_SUMMARY_<n>.json (or of soak/latest, latest below it), .jsonl or recording.")
    private Path recording;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private final TunerOptions tuner;

    @Mixin
    private SourceOptions source;

    @Option(names = "--json", description = "One JSON object on standard output, nothing else there.")
    private boolean json;

    WhatIfCommand(Map<String, String> environment) {
        tuner = new TunerOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        GateConfig config = policies.config(spec.commandLine());
        if (config.policies().size() < 2) {
            throw new ParameterException(spec.commandLine(), "--policy: give at least two, to see what differs");
        }
        OfflineGate.Judged judged = new OfflineGate(config, tuner::over)
                .judge(new SoakReader().read(recording, source.readOptions(spec.commandLine())));
        Terminal terminal = new Terminal(spec);
        judged.notes().forEach(note -> terminal.tell("note: " + note));
        judged.refusals().forEach(refusal -> terminal.tell("refused: " + refusal));
        List<String> names = config.policies().stream().map(Policy::name).toList();
        Timeline timeline = Timeline.of(names, judged.verdicts());
        if (timeline.rows().isEmpty()) {
            terminal.tell("soak: no iteration of " + recording + " could be judged");
            return ExitCode.INCONCLUSIVE;
        }
        terminal.print(
                json
                        ? WhatIfJson.render(timeline) + "\n"
                        : String.format("%nsoak what-if: %s%n%n%s", recording, WhatIfText.render(timeline)));
        return judged.refusals().isEmpty() ? ExitCode.OK : ExitCode.FAIL;
    }
}
