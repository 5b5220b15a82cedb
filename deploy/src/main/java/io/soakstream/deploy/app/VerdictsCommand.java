package io.soakstream.deploy.app;

import io.soakstream.gate.app.VerdictReader;
import io.soakstream.gate.report.VerdictLine;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.runtime.ExitCode;
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

/** Prints the verdict topic. */
@Command(
        name = "verdicts",
        description = {
            "Prints the verdicts that are on the topic, in one line each; '!' marks a missed criterion.",
            "Runs on different partitions are not in order with each other."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:verdicts were printed, whatever they say ('soak gate' ends with the verdict)",
            "2:there are none",
            "64:an option is wrong",
            "69:broker or registry cannot be reached, or the topic is missing"
        })
final class VerdictsCommand implements Callable<Integer> {
    private static final Duration POLL = Duration.ofMillis(500);

    @Spec
    private CommandSpec spec;

    @Mixin
    private final Connection connection = Connection.impatient();

    @Option(names = "--follow", description = "Go on with verdicts as they come, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "One JSON object a line, with the fields of the Avro record.")
    private boolean json;

    @Option(names = "--run", paramLabel = "[BOT:]RUN", description = "Only verdicts of this run.")
    private Optional<String> run = Optional.empty();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean any = false;
        TopicPreflight.require(
                connection.clientProperties(),
                AccessRule.read(connection.topics().verdicts()));
        try (connection;
                VerdictReader reader = new VerdictReader(connection)) {
            do {
                for (Verdict verdict : reader.poll(POLL)) {
                    any |= print(out, verdict);
                }
                out.flush();
            } while (!out.checkError() && (follow || !reader.isPastMark()));
        }
        return any || follow ? ExitCode.OK : ExitCode.INCONCLUSIVE;
    }

    private boolean print(PrintWriter out, Verdict verdict) {
        String key = verdict.getBot() + ":" + verdict.getRun();
        if (run.isPresent() && !run.get().equals(key) && !run.get().equals(verdict.getRun())) {
            return false;
        }
        out.println(json ? verdict.toString() : VerdictLine.render(verdict));
        return true;
    }
}
