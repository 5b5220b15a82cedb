package io.soakstream.gate.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.document.JsonDocument;
import io.soakstream.gate.document.MalformedDocumentException;
import io.soakstream.gate.golden.Drift.Kind;
import io.soakstream.gate.vector.AssertsVectors;
import io.soakstream.gate.vector.Vector;
import io.soakstream.gate.vector.VectorSource;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoldenComparisonTest {
    private static final Tolerance TOLERANCE = new Tolerance(new BigDecimal("1e-9"));

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"golden_same", "golden_float", "golden_missing", "golden_extra", "golden_type"})
    void shouldFindTheDrifts(Vector vector) {
        // When
        List<Drift> drifts = compare(
                vector.input().get("baseline").toString(),
                vector.input().get("actual").toString());

        // Then
        assertThat(drifts).hasSize(vector.expected().get("drifts").intValue());
        JsonNode contains = vector.expected().get("contains");
        if (!contains.isNull()) {
            assertThat(drifts).extracting(Drift::toString).allMatch(text -> text.contains(contains.asText()));
        }
    }

    @Test
    void shouldFindNothingWithinTheToleranceOfTheRecordedReport() throws IOException {
        assertThat(compare(resource("baseline.json"), resource("actual_within_tol.json")))
                .isEmpty();
    }

    /** The earlier comparer said four: 3.0 and 3 are the same number. */
    @Test
    void shouldFindThreeDriftsInTheRecordedReport() throws IOException {
        assertThat(compare(resource("baseline.json"), resource("actual_drift.json")))
                .extracting(Drift::path, Drift::kind, Drift::message)
                .containsExactly(
                        tuple("root", Kind.EXTRA_KEYS, "extra"),
                        tuple("root.runtime", Kind.MISSING_KEYS, "version"),
                        tuple(
                                "root.total.net_bps",
                                Kind.NUMBER,
                                "5.736935000 against 5.736936000, apart by 0.000001000"));
    }

    @ParameterizedTest
    @CsvSource({
        "3, 3.0, 0",
        "3, 4, 1",
        "1760270400000, 1760270401000, 1",
        "9007199254740993, 9007199254740992, 1",
        "1000000000000.0, 1000000000000.001, 0",
        "0.1, 0.1000000001, 0",
        "0.1, 0.10000001, 1",
        "NaN, NaN, 0",
        "NaN, 1.0, 1",
        "Infinity, Infinity, 0",
        "Infinity, -Infinity, 1",
        "1e999999999, 1e999999999, 0",
        "1e999999999, 1, 1",
        "true, 1, 1",
        "null, 0, 1",
        "'\"a\"', '\"b\"', 1"
    })
    void shouldTellNumbersApart(String baseline, String actual, int drifts) {
        assertThat(compare(baseline, actual)).hasSize(drifts);
    }

    @Test
    void shouldNameThePlaceInListsAndObjects() {
        assertThat(compare("{\"a\": {\"b\": [1, 2, 3]}}", "{\"a\": {\"b\": [1, 2, 4]}}"))
                .extracting(Drift::path)
                .containsExactly("root.a.b[2]");
        assertThat(compare("[1, 2]", "[1, 2, 3]")).extracting(Drift::kind).containsExactly(Kind.LENGTH);
    }

    @Test
    void shouldRefuseANegativeTolerance() {
        assertThatThrownBy(() -> new Tolerance(new BigDecimal("-1")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tolerance is at least 0: -1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"a\": 1, \"a\": 2}", "1 2", "hello"})
    void shouldRefuseWhatIsNoJson(String text) {
        assertThatThrownBy(() -> JsonDocument.read("report.json", text))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageStartingWith("report.json: ");
    }

    private static List<Drift> compare(String baseline, String actual) {
        return GoldenComparison.of(
                "root", JsonDocument.read("baseline", baseline), JsonDocument.read("actual", actual), TOLERANCE);
    }

    private static String resource(String name) throws IOException {
        try (InputStream file = GoldenComparisonTest.class.getResourceAsStream("/golden/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
