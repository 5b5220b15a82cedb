package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.notifier.app.Platform;
import io.soakstream.notifier.app.Rehearsal;
import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Planned;
import io.soakstream.producer.app.SourceOptions;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.runtime.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the messages that a soak leads to. */
@Command(
        name = "render",
        description = {
            "Shows the messages that a recorded soak would have led to, by the rules and routes of the configuration.",
            "Nobody is told: a recording never notifies."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:messages were shown",
            "2:there are none",
            "64:a path, the configuration or an option is wrong"
        })
final class NotifyRenderCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final SettingOptions settings;

    @Mixin
    private final PolicyOptions policies = new PolicyOptions();

    @Mixin
    private SourceOptions source;

    @Option(names = "--recording", required = true, paramLabel = "PATH", description = "As for 'soak gate'.")
    private Path recording;

    @Option(
            names = "--platform",
            paramLabel = "slack|telegram|webhook|plain",
            defaultValue = "PLAIN",
            description = "Whose markup (default: plain).")
    private Platform platform;

    private final Map<String, String> environment;

    NotifyRenderCommand(Map<String, String> environment) {
        this.settings = new SettingOptions(environment);
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        NotifierConfig config = NotifierOptions.config(settings, environment);
        OfflineGate gate = new OfflineGate(policies.config(spec.commandLine()));
        OfflineGate.Judged judged =
                gate.judge(new SoakReader().read(recording, source.readOptions(spec.commandLine())));
        List<Planned> planned = new Rehearsal(config, ReasonText::sentence).of(judged.verdicts());
        PrintWriter out = spec.commandLine().getOut();
        planned.forEach(one -> show(out, one, config));
        out.flush();
        return planned.isEmpty() ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }

    private void show(PrintWriter out, Planned planned, NotifierConfig config) {
        String how = planned.skipped()
                .map(reason -> "skipped: " + reason.word())
                .orElse(planned.silent() ? "silent" : "sent");
        String events = planned.notice().events().stream().map(Event::word).collect(Collectors.joining(", "));
        out.printf(Locale.ROOT, "=== %s (%s): %s%n", planned.receiver(), how, events);
        out.println(platform.render(planned.notice(), config));
        out.println();
    }
}
