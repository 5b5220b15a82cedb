package io.soakstream.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.AppAccess;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the tables of {@code docs/kafka-security.md} against the access catalogue. After a change of the catalogue run it
 * with {@code -Dgolden.update=true}.
 */
class AccessReferenceTest {
    private static final Path PAGE = Path.of("../docs/kafka-security.md");
    private static final String BEGIN = "<!-- rights: begin -->\n";
    private static final String END = "<!-- rights: end -->\n";

    @Test
    void shouldListEveryRightThatThereIs() throws IOException {
        // Given
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN) + BEGIN.length();
        int end = page.indexOf(END);

        // When
        String tables = tables();

        // Then
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, page.substring(0, begin) + tables + page.substring(end));
        } else {
            assertThat(tables).as("docs/kafka-security.md").isEqualTo(page.substring(begin, end));
        }
    }

    private static String tables() {
        return new AccessCatalogue(Topics.standard())
                .all().stream().map(AccessReferenceTest::table).collect(Collectors.joining());
    }

    private static String table(AppAccess access) {
        String rows = access.rules().stream().map(AccessReferenceTest::row).collect(Collectors.joining());
        return "\n### " + access.app() + "\n\n" + access.doc() + "\n\n| right | what for | without it |\n|---|---|---|\n"
                + rows;
    }

    private static String row(AccessRule rule) {
        String without = rule.need() == AccessRule.Need.WORK ? "ends with 69" : "a warning";
        return "| " + rule + " | " + rule.purpose() + " | " + without + " |\n";
    }
}
