package io.soakstream.gate.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.vector.AssertsVectors;
import io.soakstream.gate.vector.Vector;
import io.soakstream.gate.vector.VectorSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What the earlier system's checks said. */
class ReadinessVectorsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"rd_struct_ok", "rd_struct_missing"})
    void shouldCheckTheStructure(Vector vector) {
        assertAsMany(ReadinessCheck.structure(vector.input()), vector.expected());
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"rd_range_ok", "rd_range_bad"})
    void shouldCheckTheRanges(Vector vector) {
        assertAsMany(ReadinessCheck.ranges(vector.input()), vector.expected());
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"rd_verdict_GO_100", "rd_verdict_HOLD_60", "rd_verdict_GO_90", "rd_verdict_HOLD_100"})
    void shouldCheckTheVerdict(Vector vector) {
        assertAsMany(ReadinessCheck.verdict(vector.input()), vector.expected());
    }

    /** The vectors say 0, ">=1" or ">=2 errors". */
    private static void assertAsMany(List<String> errors, JsonNode expected) {
        if (expected.isNumber()) {
            assertThat(errors).hasSize(expected.intValue());
        } else {
            int least = Integer.parseInt(expected.asText().replaceAll("\\D", ""));
            assertThat(errors).hasSizeGreaterThanOrEqualTo(least);
        }
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({
        "edgegate_ok",
        "edgegate_warn_adv",
        "edgegate_fail_adv",
        "edgegate_fail_net",
        "edgegate_fail_maker",
        "edgegate_warn3",
        "edgegate_fail5",
        "edgegate_mixed",
        "edgegate_age",
        "edgegate_ws"
    })
    void shouldJudgeAnEdgeReport(Vector vector) {
        // When
        EdgeVerdict verdict = edge(vector.input());

        // Then
        assertThat(verdict.level().name())
                .isEqualTo(vector.expected().get("verdict").asText());
        assertThat(JSON.<JsonNode>valueToTree(verdict.reasons()))
                .isEqualTo(vector.expected().get("reasons"));
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"weekly_PASS", "weekly_WARN", "weekly_FAIL"})
    void shouldJudgeAWeek(Vector vector) {
        // Given
        ObjectNode rollup = JSON.createObjectNode();
        vector.input().fields().forEachRemaining(field -> {
            String[] path = field.getKey().split("\\.");
            rollup.withObject("/" + path[0]).set(path[1], field.getValue());
        });

        // When
        WeeklyVerdict verdict = WeeklyVerdict.of("week", rollup);

        // Then
        assertThat(verdict.level().name()).isEqualTo(vector.expected().asText());
    }

    static EdgeVerdict edge(JsonNode totals) {
        return EdgeVerdict.of("edge", JSON.createObjectNode().set("totals", totals), EdgeLimits.of(Map.of()));
    }
}
