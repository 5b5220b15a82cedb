package io.soakstream.deploy.app;

import io.soakstream.notifier.app.HistoryLine;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.TopicFollower;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.TopicPreflight;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the ledger of notifications. */
@Command(
        name = "history",
        description = {
            "Prints what was to be sent and what became of it, one entry a line, as the ledger has it.",
            "Of entries that the topic's compaction has removed only the latest word is left."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:entries were printed",
            "2:there are none",
            "64:an option is wrong",
            "69:broker or registry cannot be reached, or the topic is missing"
        })
final class NotifyHistoryCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(500);

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Connection connection = Connection.impatient();

    @Option(names = "--run", paramLabel = "[BOT:]RUN", description = "Only messages of this run.")
    private Optional<String> run = Optional.empty();

    @Option(names = "--receiver", paramLabel = "NAME", description = "Only messages to this receiver.")
    private Optional<String> receiver = Optional.empty();

    @Option(names = "--json", description = "One JSON object a line, with the fields of the Avro record.")
    private boolean json;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        TopicPreflight.require(
                connection.clientProperties(),
                AccessRule.read(connection.topics().notifications()));
        boolean any = false;
        try (connection;
                TopicFollower<NotificationRecord> ledger = TopicFollower.fromBeginning(
                        connection, connection.topics().notifications())) {
            do {
                for (NotificationRecord record : ledger.poll(POLL)) {
                    if (isMeant(record)) {
                        out.println(json ? record.toString() : HistoryLine.render(record));
                        any = true;
                    }
                }
            } while (!ledger.isPastMark());
        }
        out.flush();
        return any ? ExitCode.OK : nothing();
    }

    /** Silence could as well mean that the command did not look. */
    private int nothing() {
        PrintWriter err = spec.commandLine().getErr();
        err.println("soak: no notification" + run.map(name -> " of " + name).orElse("")
                + receiver.map(name -> " to " + name).orElse(""));
        err.flush();
        return ExitCode.INCONCLUSIVE;
    }

    private boolean isMeant(NotificationRecord record) {
        String key = record.getBot() + ":" + record.getRun();
        return HistoryLine.isMessage(record)
                && run.map(name -> name.equals(key) || name.equals(record.getRun()))
                        .orElse(true)
                && receiver.map(record.getChannel()::equals).orElse(true);
    }
}
