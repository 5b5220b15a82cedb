package io.soakstream.gate.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.document.JsonDocument;
import io.soakstream.gate.document.MalformedDocumentException;
import io.soakstream.gate.vector.AssertsVectors;
import io.soakstream.gate.vector.Vector;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessScoreTest {
    private static final Stamp STAMP = new Stamp("1970-01-01T00:00:00Z", "0.1.0");

    private static final String GOOD = "{\"edge_net_bps\": 2.8, \"order_age_p95_ms\": 320, \"taker_share_pct\": 12,"
            + " \"reg_guard\": {\"reason\": \"NONE\"}, \"drift\": {\"reason\": \"\"},"
            + " \"chaos_result\": \"OK\", \"bug_bash\": \"OK (3 minor)\"}";

    @Test
    @AssertsVectors("rd_score_7days")
    void shouldScoreTheRecordedWeek() throws IOException {
        // When
        ReadinessScore score = ReadinessScore.of(recordedWeek());

        // Then
        JsonNode expected = Vector.of("rd_score_7days").expected();
        assertThat(score.score()).isEqualByComparingTo(expected.get("score").decimalValue());
        assertThat(score.verdict().name()).isEqualTo(expected.get("verdict").asText());
        score.sections().forEach((section, points) -> assertThat(points)
                .as(section.word())
                .isEqualByComparingTo(expected.at("/sections/" + section.word()).decimalValue()));
    }

    @Test
    void shouldWriteThePublishedDocumentsByteForByte() throws IOException {
        // When
        ReadinessScore score = ReadinessScore.of(recordedWeek());

        // Then
        assertThat(ReadinessDocument.json(score, STAMP)).isEqualTo(resource("READINESS_SCORE_case1.json"));
        assertThat(ReadinessDocument.markdown(score)).isEqualTo(resource("READINESS_SCORE_case1.md"));
    }

    @Test
    void shouldFollowTheFormulas() {
        // When
        ReadinessScore score = ReadinessScore.of(List.of(
                day(GOOD.replace("2.8", "1.25").replace("320", "700").replace("12", "30")),
                day(GOOD.replace("2.8", "1.25").replace("320", "700").replace("12", "30")),
                day(GOOD.replace("NONE", "EDGE_DROP"))));

        // Then
        assertThat(score.sections()).containsEntry(Section.EDGE, new BigDecimal("15.000000"));
        assertThat(score.sections()).containsEntry(Section.LATENCY, new BigDecimal("12.500000"));
        assertThat(score.sections()).containsEntry(Section.TAKER, new BigDecimal("7.500000"));
        assertThat(score.sections()).containsEntry(Section.GUARDS, new BigDecimal("6.666667"));
        assertThat(score.verdict()).isEqualTo(ReadinessScore.Verdict.HOLD);
    }

    @Test
    void shouldScoreNothingForNoDays() {
        assertThat(ReadinessScore.of(List.of()).score()).isEqualByComparingTo("0");
    }

    /** One value missing on the only day: its section alone is lost, whatever else is good. */
    @ParameterizedTest
    @CsvSource({
        "edge_net_bps, EDGE",
        "order_age_p95_ms, LATENCY",
        "taker_share_pct, TAKER",
        "reg_guard, GUARDS",
        "drift, GUARDS",
        "chaos_result, CHAOS",
        "bug_bash, TESTS"
    })
    void shouldScoreNothingForWhatIsMissing(String field, Section section) {
        // When
        ReadinessScore score = ReadinessScore.of(List.of(day(GOOD.replace("\"" + field + "\"", "\"other\""))));

        // Then
        assertThat(score.sections().get(section)).isEqualByComparingTo("0");
        assertThat(score.score()).isEqualByComparingTo(BigDecimal.valueOf(100 - section.most()));
        assertThat(score.verdict()).isEqualTo(ReadinessScore.Verdict.HOLD);
    }

    @ParameterizedTest
    @CsvSource({"not OK", "FAILED", "OKAY", "''"})
    void shouldNotTakeAnythingForOk(String result) {
        assertThat(day(GOOD.replace("OK (3 minor)", result)).testsOk()).isFalse();
    }

    @Test
    void shouldNameTheFieldThatCannotBe() {
        assertThatThrownBy(() -> day(GOOD.replace("\"taker_share_pct\": 12", "\"taker_share_pct\": 112")))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessage("day: taker_share_pct: 112.0 is outside 0.0..100.0");
        assertThatThrownBy(() -> day(GOOD.replace("2.8", "\"high\"")))
                .hasMessage("day: edge_net_bps: must be a number: \"high\"");
        assertThatThrownBy(() -> day("[]")).hasMessage("day: must be a JSON object");
    }

    private static DailyReport day(String json) {
        return DailyReport.of("day", JsonDocument.read("day", json));
    }

    private static List<DailyReport> recordedWeek() throws IOException {
        List<DailyReport> days = new ArrayList<>();
        for (int day = 1; day <= 7; day++) {
            String name = "soak_7days/REPORT_SOAK_2025010" + day + ".json";
            days.add(DailyReport.of(name, JsonDocument.read(name, resource(name))));
        }
        return days;
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = ReadinessScoreTest.class.getResourceAsStream("/readiness/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
