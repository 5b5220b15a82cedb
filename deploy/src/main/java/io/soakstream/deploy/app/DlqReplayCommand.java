package io.soakstream.deploy.app;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.deadletter.DeadLetterLog;
import io.soakstream.deploy.deadletter.DeadLetterReplay;
import io.soakstream.deploy.deadletter.DeadLetterSelection;
import io.soakstream.deploy.deadletter.DeadLetterText;
import io.soakstream.deploy.deadletter.ReplaySelection;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.TopicPreflight;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Writes dead letters back to the events topic. */
@Command(
        name = "replay",
        description = {
            "Writes selected events back to their topic, byte for byte: all or none, in one transaction.",
            "The tuner then accepts or refuses them by its rules: what it has already is ignored, what comes too late is",
            "a dead letter again. Letters stay on the dead-letter topic until its retention takes them."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all selected letters are back on their topic",
            "1:some were left out: they are no events and the order of their run is past them, or came back already",
            "2:none is selected",
            "64:an option is wrong, or nothing says which letters are meant",
            "69:broker cannot be reached, or a topic is missing"
        })
final class DlqReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final Connection connection = Connection.impatient();

    @Mixin
    private final LetterOptions letters = new LetterOptions();

    @Option(names = "--all", description = "Every letter.")
    private boolean all;

    @Option(names = "--dry-run", description = "Only say what would be replayed.")
    private boolean dryRun;

    @Override
    public Integer call() {
        DeadLetterSelection selection = letters.selection();
        if (selection.isEverything() != all) {
            throw new ParameterException(
                    spec.commandLine(),
                    all
                            ? "--all and a selection exclude each other"
                            : "which letters? Say --code, --run or --letter, or --all");
        }
        TopicPreflight.require(
                connection.clientProperties(),
                connection.topics().deadLetters(),
                connection.topics().events());
        ReplaySelection chosen = ReplaySelection.of(
                new DeadLetterLog(connection),
                selection,
                connection.topics().events().name());
        if (!dryRun && !chosen.replayable().isEmpty()) {
            write(chosen.replayable());
        }
        report(chosen);
        return chosen.leftOut().isEmpty()
                ? chosen.replayable().isEmpty() ? ExitCode.INCONCLUSIVE : ExitCode.OK
                : ExitCode.FAIL;
    }

    private void write(List<DeadLetter> chosen) {
        Shutdown shutdown = Shutdown.install();
        try (DeadLetterReplay replay = DeadLetterReplay.on(connection)) {
            // Whoever is interrupted must not leave a transaction open in which all readers wait.
            shutdown.add(replay);
            replay.write(chosen);
        }
    }

    private void report(ReplaySelection chosen) {
        PrintWriter out = spec.commandLine().getOut();
        chosen.replayable().forEach(letter -> out.println("replay    " + DeadLetterText.line(letter)));
        chosen.leftOut().forEach(letter -> out.println("left out  " + DeadLetterText.line(letter)));
        out.printf(
                "%s %d, left out %d%n",
                dryRun
                        ? "would be replayed:"
                        : "replayed onto " + connection.topics().events().name() + ":",
                chosen.replayable().size(),
                chosen.leftOut().size());
        out.flush();
    }
}
