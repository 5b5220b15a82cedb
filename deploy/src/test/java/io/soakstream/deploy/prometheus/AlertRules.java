package io.soakstream.deploy.prometheus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The alert rules that ship, as YAML has them. */
final class AlertRules {
    static final Path FILE = Path.of("prometheus/soak-alerts.yml");
    static final Path TESTS = Path.of("prometheus/soak-alerts.test.yml");

    private AlertRules() {}

    /**
     * One rule.
     *
     * @param lasting text of {@code for}; empty: it fires at once
     */
    record Rule(
            String alert,
            String expression,
            String lasting,
            Map<String, String> labels,
            Map<String, String> annotations) {}

    @SuppressWarnings("unchecked")
    static List<Rule> read() {
        Map<String, Object> root = (Map<String, Object>) yaml(FILE);
        return ((List<Map<String, Object>>) root.get("groups"))
                .stream()
                        .flatMap(group -> ((List<Map<String, Object>>) group.get("rules")).stream())
                        .map(rule -> new Rule(
                                (String) rule.get("alert"),
                                (String) rule.get("expr"),
                                (String) rule.getOrDefault("for", ""),
                                (Map<String, String>) rule.get("labels"),
                                (Map<String, String>) rule.get("annotations")))
                        .toList();
    }

    static Object yaml(Path file) {
        try {
            return new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
