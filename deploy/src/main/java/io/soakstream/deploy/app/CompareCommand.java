package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.comparison.ComparedRun;
import io.soakstream.gate.comparison.ComparisonJson;
import io.soakstream.gate.comparison.ComparisonText;
import io.soakstream.gate.comparison.RunComparison;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.app.SourceOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Holds a soak against an earlier one. */
@Command(
        name = "compare",
        description = {
            "Holds a soak against an earlier one, and goes by what has become worse.",
            "Shown are the changes of the KPIs in the last window, a rank test over all iterations (Mann-Whitney, Holm's"
                    + " correction), the size of the effect, and the change of the verdict.",
            "Each is a snapshot (.json of schema 1.1 or 1.2), a directory, a .jsonl or a recording."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:no KPI that decides is worse, nor is the verdict",
            "1:one of them is worse",
            "2:one of them may be worse: there is too little evidence, or no data",
            "64:a path, a policy, a setting or an option is wrong"
        })
final class CompareCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "BASELINE", description = "The earlier soak.")
    private Path baseline;

    @Parameters(index = "1", paramLabel = "CANDIDATE", description = "The soak that is held against it.")
    private Path candidate;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private final TunerOptions tuner;

    @Mixin
    private SourceOptions source;

    @Option(names = "--json", description = "One JSON object on standard output, nothing else there.")
    private boolean json;

    CompareCommand(Map<String, String> environment) {
        tuner = new TunerOptions(environment);
    }

    @Override
    public Integer call() throws IOException {
        BaselineReader reader = new BaselineReader(spec, this::judged);
        ComparedRun before = reader.read(baseline);
        RunComparison comparison = RunComparison.of(before, reader.read(candidate));
        Terminal terminal = new Terminal(spec);
        terminal.tell(ComparisonText.published(comparison));
        terminal.print(json ? ComparisonJson.render(comparison) + "\n" : ComparisonText.render(comparison));
        return ComparisonOptions.exit(comparison.result());
    }

    private GateFindings judged(Path path) throws IOException {
        GateConfig config = policies.config(spec.commandLine());
        RecordedSoak soak = new SoakReader().read(path, source.readOptions(spec.commandLine()));
        return GateFindings.of(path, soak, new OfflineGate(config, tuner::over), config.policies(), true);
    }
}
