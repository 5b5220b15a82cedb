package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.vector.AssertsVectors;
import io.soakstream.gate.vector.Vector;
import io.soakstream.gate.vector.VectorSource;
import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What the earlier system counts in a window. */
class FindingVectorsTest {
    /** Its flags by our guards, and its counts of them. */
    private static final Map<String, String> GUARDS = Map.of(
            "oscillation_detected", "oscillation",
            "velocity_violation", "velocity",
            "cooldown_active", "cooldown",
            "freeze_triggered", "freeze");

    private static final Map<String, String> COUNTS = Map.of(
            "oscillation_count", "oscillation",
            "velocity_count", "velocity",
            "cooldown_count", "cooldown",
            "freeze_events", "freeze");

    private final Policy snapshot = PolicyReader.read("snapshot");

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"kpi_pass_1", "kpi_pass_2", "kpi_pass_3", "kpi_pass_bounds"})
    void shouldPassAnIteration(Vector vector) {
        assertThat(Condition.allMet(snapshot.perIteration(), Iterations.of(1, kpis(vector.input()))))
                .contains(vector.expected().booleanValue());
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors("freeze_ready_1")
    void shouldBeFreezeReady(Vector vector) {
        // Given
        List<IterationFacts> iterations = new ArrayList<>();
        for (int i = 1; i <= Iterations.CAPACITY; i++) {
            boolean passes = i <= vector.input().get("pass_count_last8").intValue();
            iterations.add(passes ? Iterations.good(i) : Iterations.of(i, Map.of(Kpi.RISK_RATIO, 0.9)));
        }
        iterations.set(0, Iterations.frozen(iterations.get(0)));

        // When
        Judgement judgement = Judge.judge(snapshot, Iterations.evidence(Iterations.record(iterations)));

        // Then
        assertThat(judgement.level().name())
                .isEqualTo(vector.input().get("verdict").asText());
        assertThat(judgement.freezeReady()).isEqualTo(vector.expected().booleanValue());
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors("anomalies_1")
    void shouldCountAnomalies(Vector vector) {
        // Given
        List<IterationFacts> window = new ArrayList<>();
        vector.input().forEach(summary -> window.add(Iterations.of(window.size() + 1, kpis(summary))));

        // Then
        assertThat(WindowFindings.of(window).anomalies())
                .isEqualTo(vector.expected().intValue());
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors({"sigloop_1", "sigloop_2", "sigloop_3"})
    void shouldCountSignatureLoops(Vector vector) {
        // Given
        List<IterationFacts> window = new ArrayList<>();
        vector.input()
                .forEach(hash -> window.add(
                        new IterationFacts(window.size() + 1, Map.of(), Optional.of(hash.asText()), List.of(), false)));

        // Then
        assertThat(WindowFindings.of(window).signatureLoops())
                .isEqualTo(vector.expected().intValue());
    }

    @ParameterizedTest
    @ArgumentsSource(VectorSource.class)
    @AssertsVectors("guard_counts_1")
    void shouldCountGuards(Vector vector) {
        // Given
        List<IterationFacts> window = new ArrayList<>();
        vector.input()
                .forEach(record -> window.add(new IterationFacts(
                        window.size() + 1, Map.of(), Optional.empty(), guards(record.get("tuning")), false)));

        // When
        Map<String, List<Integer>> held = WindowFindings.of(window).guards();

        // Then
        vector.expected().fields().forEachRemaining(count -> assertThat(held.get(COUNTS.get(count.getKey())))
                .as(count.getKey())
                .hasSize(count.getValue().intValue()));
    }

    private static List<String> guards(JsonNode flags) {
        List<String> guards = new ArrayList<>();
        flags.fields().forEachRemaining(flag -> {
            if (flag.getValue().intValue() == 1) {
                guards.add(GUARDS.get(flag.getKey()));
            }
        });
        return guards;
    }

    private static Map<Kpi, Double> kpis(JsonNode summary) {
        Map<Kpi, Double> kpis = new EnumMap<>(Kpi.class);
        summary.fields()
                .forEachRemaining(field -> kpis.put(
                        Kpi.byField(field.getKey()).orElseThrow(),
                        field.getValue().doubleValue()));
        return kpis;
    }
}
