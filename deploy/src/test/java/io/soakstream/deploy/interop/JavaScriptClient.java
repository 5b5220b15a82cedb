package io.soakstream.deploy.interop;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.schemas.contract.SoakEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The scripts in {@code src/test/js}: kafkajs with Confluent's serializers for JavaScript. */
final class JavaScriptClient implements ForeignClient {
    private static final Path SCRIPTS = Path.of("src/test/js");

    private final OtherProgram program = new OtherProgram(SCRIPTS);

    @Override
    public Optional<String> missing() {
        if (!OtherProgram.isInstalled("node")) {
            return Optional.of("node is not installed");
        }
        // What npm writes last.
        return Files.exists(SCRIPTS.resolve("node_modules/.package-lock.json"))
                ? Optional.empty()
                : Optional.of("npm ci was not run in deploy/src/test/js");
    }

    @Override
    public void publish(Line pipeline, String key, List<SoakEvent> events) throws Exception {
        node(
                lines(events),
                "produce-events.js",
                pipeline.bootstrapServers(),
                pipeline.registryUrl(),
                pipeline.topics().events().name(),
                key);
    }

    @Override
    public List<String> verdicts(Line pipeline, String key, int count) throws Exception {
        return node(
                        "",
                        "read-verdicts.js",
                        pipeline.bootstrapServers(),
                        pipeline.registryUrl(),
                        pipeline.topics().verdicts().name(),
                        key,
                        Integer.toString(count))
                .stream()
                .map(Canonical::of)
                .toList();
    }

    /** The lines that a script prints. */
    List<String> node(String standardInput, String script, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("node", script));
        command.addAll(List.of(arguments));
        return new String(program.run(standardInput, command), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private static String lines(List<SoakEvent> events) {
        return events.stream().map(SoakEvent::toString).collect(Collectors.joining("\n", "", "\n"));
    }

    @Override
    public String toString() {
        return "kafkajs";
    }
}
