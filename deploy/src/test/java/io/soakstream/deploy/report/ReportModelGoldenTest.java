package io.soakstream.deploy.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.report.JsonText;
import io.soakstream.gate.report.model.ReportModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/**
 * The report model of the recorded mock36. A difference reaches every reader of the model: look at it, describe it in
 * docs/html-report.md, then run this test with {@code -Dgolden.update=true}.
 */
class ReportModelGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/report/mock36-model.json");

    @Test
    void shouldGiveTheModelInTheFile() throws IOException {
        // Given
        RenderedSoak soak = RenderedSoak.recorded("mock36");

        // When
        ObjectNode model = ReportModel.of(soak.account(), soak.verdicts());

        // Then
        String text = JsonText.pretty(model);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(GOLDEN.getParent());
            Files.writeString(GOLDEN, text);
        }
        assertThat(text).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void shouldFitTheBudgetOfASmallReport() throws IOException {
        assertThat(RenderedSoak.recorded("mock36").html().length()).isLessThan(300_000);
    }
}
