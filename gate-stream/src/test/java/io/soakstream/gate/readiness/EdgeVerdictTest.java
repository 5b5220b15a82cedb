package io.soakstream.gate.readiness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.document.JsonDocument;
import io.soakstream.gate.vector.Vector;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdgeVerdictTest {
    private static final String GOOD = "{\"net_bps\": 3.5, \"adverse_bps_p95\": 4, \"slippage_bps_p95\": 3,"
            + " \"cancel_ratio\": 0.55, \"order_age_p95_ms\": 330, \"ws_lag_p95_ms\": 120, \"maker_share_pct\": 85}";

    /** The earlier gate took what was missing for good: five values of this vector are. */
    @Test
    void shouldFailWhatIsMissing() {
        // When
        EdgeVerdict verdict =
                ReadinessVectorsTest.edge(Vector.of("edgegate_missing").input());

        // Then
        assertThat(verdict.level()).isEqualTo(EdgeVerdict.Level.FAIL);
        assertThat(verdict.reasons())
                .containsExactly(
                        "EDGE:adverse:nodata",
                        "EDGE:slippage:nodata",
                        "EDGE:cancel_ratio:nodata",
                        "EDGE:order_age:nodata",
                        "EDGE:ws_lag:nodata");
    }

    @Test
    void shouldTakeALimitItselfForGood() {
        assertThat(judge(GOOD, Map.of()).level()).isEqualTo(EdgeVerdict.Level.OK);
        assertThat(judge(GOOD, Map.of()).marker()).isEqualTo("| kpi_gate | OK | THRESHOLDS=APPLIED |");
    }

    /** The last report of the recorded 36 iterations. */
    @Test
    void shouldFailTheRecordedReport() {
        // When
        EdgeVerdict verdict =
                judge(GOOD.replace("330", "350").replace("\"ws_lag_p95_ms\": 120", "\"ws_lag_p95_ms\": 270"), Map.of());

        // Then
        assertThat(verdict.marker()).isEqualTo("| kpi_gate | FAIL | REASONS=EDGE:order_age,EDGE:ws_lag |");
        assertThat(verdict.json(new Stamp("2026-01-01T00:00:00Z", "1.2")))
                .isEqualTo("{\"reasons\":[\"EDGE:order_age\",\"EDGE:ws_lag\"],\"runtime\":{\"utc\":"
                        + "\"2026-01-01T00:00:00Z\",\"version\":\"1.2\"},\"verdict\":\"FAIL\"}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "KPI_ADVERSE_WARN, 3, WARN",
        "KPI_SLIPPAGE_WARN, 2.9, WARN",
        "KPI_CANCEL_WARN, 0.5, WARN",
        "KPI_ORDER_AGE_WARN, 300, WARN",
        "KPI_WS_LAG_WARN, 100, WARN",
        "KPI_NET_BPS_FAIL, 3.6, FAIL",
        "KPI_MAKER_SHARE_FAIL, 86, FAIL"
    })
    void shouldTakeLimitsFromTheEnvironment(String variable, String value, EdgeVerdict.Level level) {
        assertThat(judge(GOOD, Map.of(variable, value)).level()).isEqualTo(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"high", "NaN", "", "7"})
    void shouldNameTheVariableThatCannotBe(String value) {
        assertThatThrownBy(() -> EdgeLimits.of(Map.of("KPI_ADVERSE_WARN", value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("KPI_ADVERSE_WARN: ");
    }

    @Test
    void shouldReadTotalBeforeTotals() {
        // Given
        JsonNode both = JsonDocument.read("edge", "{\"total\": {\"net_bps\": 1}, \"totals\": " + GOOD + "}");
        JsonNode empty = JsonDocument.read("edge", "{\"total\": {}, \"totals\": " + GOOD + "}");

        // When // Then
        assertThat(EdgeVerdict.of("edge", both, EdgeLimits.of(Map.of())).reasons())
                .contains("EDGE:net_bps");
        assertThat(EdgeVerdict.of("edge", empty, EdgeLimits.of(Map.of())).reasons())
                .isEmpty();
        assertThatThrownBy(
                        () -> EdgeVerdict.of("edge", JsonDocument.read("edge", "{\"a\": 1}"), EdgeLimits.of(Map.of())))
                .hasMessage("edge: has neither total nor totals");
    }

    @Test
    void shouldFailAWeekWithoutData() {
        assertThat(WeeklyVerdict.of("week", JsonDocument.read("week", "{}")).marker())
                .isEqualTo("KPI_GATE: FAIL weekly bad_kpi(edge_net_bps=nodata); bad_kpi(order_age_p95_ms=nodata);"
                        + " bad_kpi(taker_share_pct=nodata)");
    }

    private static EdgeVerdict judge(String totals, Map<String, String> environment) {
        return EdgeVerdict.of(
                "edge", JsonDocument.read("edge", "{\"totals\": " + totals + "}"), EdgeLimits.of(environment));
    }
}
