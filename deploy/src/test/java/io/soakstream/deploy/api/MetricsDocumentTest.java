package io.soakstream.deploy.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/metrics.md names what is served, and nothing else. */
class MetricsDocumentTest {
    private static final Pattern ROW = Pattern.compile("^\\| (`.*?) \\| (?:gauge|counter) \\|.*");
    private static final Pattern NAME =
            Pattern.compile("`([a-z][a-z0-9_]*(?:\\{[a-z_,]+\\}_[a-z_]+|_\\{[a-z_,]+\\}_[a-z_]+)?)");

    @Test
    void shouldNameEveryFamilyOfTheRuns() throws Exception {
        // Given
        Set<String> served;
        try (ApiBench api = ApiBench.open()) {
            served = api.get("/metrics")
                    .body()
                    .lines()
                    .filter(line -> line.startsWith("# TYPE "))
                    .map(line -> line.split(" ")[2])
                    .filter(name -> !name.matches("(kafka|jvm|process|system)_.*") && !name.startsWith("soak_http"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        // When
        Set<String> documented = documented();

        // Then
        assertThat(documented).isEqualTo(served);
    }

    private static Set<String> documented() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "metrics.md")).stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .flatMap(row -> NAME.matcher(row.group(1)).results().map(name -> name.group(1)))
                .flatMap(MetricsDocumentTest::expanded)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> expanded(String name) {
        int open = name.indexOf('{');
        int close = name.indexOf('}');
        return open < 0
                ? Stream.of(name)
                : Arrays.stream(name.substring(open + 1, close).split(","))
                        .map(word -> name.substring(0, open) + word + name.substring(close + 1));
    }
}
