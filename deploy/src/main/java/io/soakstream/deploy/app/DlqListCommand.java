package io.soakstream.deploy.app;

import io.soakstream.deploy.deadletter.DeadLetter;
import io.soakstream.deploy.deadletter.DeadLetterLog;
import io.soakstream.deploy.deadletter.DeadLetterSelection;
import io.soakstream.deploy.deadletter.DeadLetterText;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.TopicPreflight;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints dead letters. */
@Command(
        name = "list",
        description = {
            "Prints the dead letters that are on the topic, one a line.",
            "A line says when, where (partition:offset), reason, source, key, size, reason in words."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:there are letters",
            "2:there are none that are meant",
            "64:an option is wrong",
            "69:broker cannot be reached, or the topic is missing"
        })
final class DlqListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private final Connection connection = Connection.impatient();

    @Mixin
    private final LetterOptions letters = new LetterOptions();

    @Option(names = "--json", description = "One JSON object a line.")
    private boolean json;

    @Option(
            names = "--values",
            description = "With --json: the source's key and value as Base64. They may hold what is secret.")
    private boolean values;

    private final Map<String, Integer> countByCode = new TreeMap<>();

    @Override
    public Integer call() {
        TopicPreflight.require(
                connection.clientProperties(),
                AccessRule.read(connection.topics().deadLetters()));
        PrintWriter out = spec.commandLine().getOut();
        DeadLetterSelection selection = letters.selection();
        new DeadLetterLog(connection).forEach(letter -> {
            if (selection.test(letter)) {
                print(out, letter);
            }
        });
        if (!json) {
            out.println(summary());
        }
        out.flush();
        return countByCode.isEmpty() ? ExitCode.INCONCLUSIVE : ExitCode.OK;
    }

    private void print(PrintWriter out, DeadLetter letter) {
        countByCode.merge(letter.code(), 1, Integer::sum);
        out.println(json ? DeadLetterText.json(letter, values) : DeadLetterText.line(letter));
    }

    private String summary() {
        int all = countByCode.values().stream().mapToInt(Integer::intValue).sum();
        return all == 0
                ? "no dead letters"
                : all + " dead letters: "
                        + countByCode.entrySet().stream()
                                .map(entry -> entry.getValue() + " " + entry.getKey())
                                .collect(Collectors.joining(", "));
    }
}
