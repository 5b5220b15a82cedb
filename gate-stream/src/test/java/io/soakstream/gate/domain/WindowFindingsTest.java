package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowFindingsTest {

    @Test
    void shouldCountOverlappingSignatureLoops() {
        assertThat(loops("a", "b", "a", "b", "a")).isEqualTo(3);
        assertThat(loops("a", "b", "a", "c")).isEqualTo(1);
        assertThat(loops("a", "a", "a")).isZero();
    }

    @Test
    void shouldCountLatencyRiskJumpAndMakerShare() {
        // Given
        List<IterationFacts> window = List.of(
                facts(1, Optional.of(420.0), Optional.of(0.35), Optional.of(0.9)),
                facts(2, Optional.of(300.0), Optional.of(0.52), Optional.of(0.9)),
                facts(3, Optional.of(300.0), Optional.of(0.5), Optional.of(0.70)));

        // Then
        assertThat(WindowFindings.of(window).anomalies()).isEqualTo(3);
    }

    @Test
    void shouldNotCallAJumpOfExactlyTheLimitAnAnomalyNorWhatIsUnknown() {
        // Given
        List<IterationFacts> window = List.of(
                facts(1, Optional.of(400.0), Optional.of(0.40), Optional.of(0.75)),
                facts(2, Optional.empty(), Optional.of(0.55), Optional.empty()));

        // Then
        assertThat(WindowFindings.of(window).anomalies()).isZero();
    }

    @Test
    void shouldCompareTheRiskWithTheIterationBeforeAlone() {
        // Given
        List<IterationFacts> window = List.of(
                facts(1, Optional.empty(), Optional.of(0.10), Optional.empty()),
                facts(2, Optional.empty(), Optional.empty(), Optional.empty()),
                facts(3, Optional.empty(), Optional.of(0.50), Optional.empty()),
                facts(4, Optional.empty(), Optional.of(0.10), Optional.empty()));

        // Then
        assertThat(WindowFindings.of(window).anomalies()).isZero();
    }

    @Test
    void shouldTellInWhichIterationsAGuardHeld() {
        // Given
        List<IterationFacts> window = List.of(
                guarded(4, "velocity", "latency_soft"),
                guarded(5),
                guarded(6, "freeze", "velocity", "velocity", "newer_guard"));

        // When
        WindowFindings findings = WindowFindings.of(window);

        // Then
        assertThat(findings.guards().keySet()).containsExactlyElementsOf(WindowFindings.GUARDS);
        assertThat(findings.guards())
                .containsEntry("freeze", List.of(6))
                .containsEntry("velocity", List.of(4, 6))
                .containsEntry("latency_soft", List.of(4))
                .containsEntry("oscillation", List.of());
    }

    @Test
    void shouldFindLoopsAmongTheHashesThatAreKnown() {
        // Given
        List<IterationFacts> window = List.of(
                hashed(1, Optional.of("a")),
                hashed(2, Optional.empty()),
                hashed(3, Optional.of("b")),
                hashed(4, Optional.of("a")));

        // Then
        assertThat(WindowFindings.of(window).signatureLoops()).isEqualTo(1);
        assertThat(loops("a", "b")).isZero();
    }

    private static int loops(String... hashes) {
        List<IterationFacts> window = new ArrayList<>();
        for (String hash : hashes) {
            window.add(hashed(window.size() + 1, Optional.of(hash)));
        }
        return WindowFindings.of(window).signatureLoops();
    }

    private static IterationFacts facts(
            int iteration, Optional<Double> latency, Optional<Double> risk, Optional<Double> share) {
        Map<Kpi, Double> kpis = new EnumMap<>(Kpi.class);
        latency.ifPresent(value -> kpis.put(Kpi.P95_LATENCY_MS, value));
        risk.ifPresent(value -> kpis.put(Kpi.RISK_RATIO, value));
        share.ifPresent(value -> kpis.put(Kpi.MAKER_TAKER_RATIO, value));
        return new IterationFacts(iteration, kpis, Optional.empty(), List.of(), false);
    }

    private static IterationFacts hashed(int iteration, Optional<String> hash) {
        return new IterationFacts(iteration, Map.of(), hash, List.of(), false);
    }

    private static IterationFacts guarded(int iteration, String... guards) {
        return new IterationFacts(iteration, Map.of(), Optional.empty(), List.of(guards), false);
    }
}
