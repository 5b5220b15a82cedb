package io.soakstream.deploy.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.gate.report.html.PageParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dashboard's page is made of; a browser opens it in the integration tests. */
class DashboardPageTest {
    private static final Path PARTS = Path.of("src/main/resources/io/soakstream/deploy/page");
    private static final int BUDGET_BYTES = 200_000;
    private static final int LONGEST_LINES = 300;

    static List<Path> parts() throws IOException {
        try (Stream<Path> files = Files.list(PARTS)) {
            return files.sorted().toList();
        }
    }

    /** Markup that is made from text, or text that is run, would be a way in for whoever names a run. */
    @ParameterizedTest
    @MethodSource("parts")
    void shouldNeverMakeMarkupOrScriptsFromText(Path part) throws IOException {
        assertThat(Files.readString(part))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
                .doesNotContain(" style=", " onclick=")
                .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
    }

    @ParameterizedTest
    @MethodSource("parts")
    void shouldStayShort(Path part) throws IOException {
        int lines = Files.readAllLines(part).size();
        assertThat(lines).isLessThan(part.toString().endsWith(".css") ? 2 * LONGEST_LINES : LONGEST_LINES);
    }

    @ParameterizedTest
    @MethodSource("parts")
    void shouldNotTakeTheNameOfAComponent(Path part) {
        assertThatThrownBy(() -> PageParts.read(part.getFileName().toString()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldStayWithinTheBudget() {
        // When
        long bytes = DashboardPage.read().bytes();

        // Then
        System.out.println("dashboard, all files together: " + bytes + " bytes");
        assertThat(bytes).isLessThan(BUDGET_BYTES);
    }

    @Test
    void shouldNameItsVersionInEveryAddress() {
        // Given
        DashboardPage page = DashboardPage.read();

        // When
        String index = page.index().text();

        // Then
        assertThat(index).doesNotContain("{{").contains("assets/" + page.version() + "/dashboard.js");
        assertThat(page.version())
                .matches("[0-9a-f]{16}")
                .isEqualTo(DashboardPage.read().version());
        assertThat(page.file("dashboard.css"))
                .get()
                .extracting(DashboardPage.File::text)
                .asString()
                .contains("--pass-cell", ".acknowledgements");
        assertThat(page.file("index.html")).isEmpty();
    }
}
