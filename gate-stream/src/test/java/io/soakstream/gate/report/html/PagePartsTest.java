package io.soakstream.gate.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.canonical.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the page is made of. */
class PagePartsTest {
    private static final Path COMPONENTS = Path.of("src/main/resources/io/soakstream/gate/report/html");
    private static final int BUDGET_BYTES = 200_000;
    private static final int LONGEST_LINES = 300;

    static List<Path> components() throws IOException {
        try (Stream<Path> files = Files.list(COMPONENTS)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** Markup that is made from text, or text that is run, would be a way in for whoever names a run. */
    @ParameterizedTest
    @MethodSource("components")
    void shouldNeverMakeMarkupOrScriptsFromText(Path component) throws IOException {
        assertThat(Files.readString(component))
                .doesNotContain("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "Function(")
                .doesNotContainPattern("https?://(?!www\\.w3\\.org/2000/svg)");
    }

    @ParameterizedTest
    @MethodSource("components")
    void shouldStayShort(Path component) throws IOException {
        assertThat(Files.readAllLines(component)).hasSizeLessThan(LONGEST_LINES + 5);
    }

    @Test
    void shouldStayWithinTheBudget() throws IOException {
        // When
        long bytes = components().stream().mapToLong(PagePartsTest::size).sum()
                + PageParts.read(PageParts.CHART_LIBRARY).getBytes(StandardCharsets.UTF_8).length;

        // Then
        assertThat(bytes).isLessThan(BUDGET_BYTES);
    }

    /** The file as it was published: whoever changes it has to say so here and in docs/dependencies.md. */
    @Test
    void shouldHoldTheChartLibraryAsItWasPublished() {
        assertThat(Sha256.hex(PageParts.read(PageParts.CHART_LIBRARY)))
                .isEqualTo("19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f");
        assertThat(Sha256.hex(PageParts.read("vendor/uPlot.min.css")))
                .isEqualTo("df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04");
    }

    /** What would end the element that it stands in. */
    @Test
    void shouldBeFitToStandInAPage() {
        assertThat(ModuleBundle.of(PageParts.PAGE_MODULE, PageParts::read)).doesNotContain("</", "<!--");
        assertThat(PageParts.read(PageParts.CHART_LIBRARY)).doesNotContain("</script", "<!--");
        assertThat(PageParts.styles()).doesNotContain("</");
    }

    @Test
    void shouldNameAPartThatIsMissing() {
        assertThatThrownBy(() -> PageParts.read("nothing.js"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing.js: no such part of a page");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
