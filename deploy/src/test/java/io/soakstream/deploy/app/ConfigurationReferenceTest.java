package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.setting.SettingReference;
import io.soakstream.schemas.setting.SettingReference.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds {@code docs/configuration.md} against the records it is made of. After a change of a setting or of the head in
 * {@code configuration-head.md}, run it with {@code -Dgolden.update=true}.
 */
class ConfigurationReferenceTest {
    private static final Path HEAD = Path.of("src/test/resources/configuration-head.md");
    private static final Path REFERENCE = Path.of("../docs/configuration.md");

    @Test
    void shouldDescribeEverySettingThatThereIs() throws IOException {
        // When
        String reference = Files.readString(HEAD) + tables();

        // Then
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(REFERENCE, reference);
        }
        assertThat(reference).as("docs/configuration.md").isEqualTo(Files.readString(REFERENCE));
    }

    private static String tables() {
        return new TreeMap<>(SettingGroups.DEFAULTS)
                .entrySet().stream().map(ConfigurationReferenceTest::table).collect(Collectors.joining());
    }

    private static String table(Map.Entry<String, Record> group) {
        String rows = SettingReference.rows(group.getKey(), group.getValue()).stream()
                .map(ConfigurationReferenceTest::line)
                .collect(Collectors.joining());
        return "\n## " + group.getKey()
                + "\n\n| setting | type | unit | default | environment variable | meaning |\n|---|---|---|---|---|---|\n"
                + rows;
    }

    private static String line(Row row) {
        String value = row.text().isEmpty() ? "" : "`" + row.text() + "`";
        return "| `%s` | %s | %s | %s | `%s` | %s |\n"
                .formatted(row.path(), row.type(), row.unit(), value, row.environmentVariable(), row.doc());
    }
}
