package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecentIterationsTest {

    @Test
    void shouldSumUpWhatItHasSeen() {
        // Given
        RecentIterations recent = RecentIterations.none()
                .with(Iterations.of(1, Map.of(Kpi.NET_BPS, 9.0)), 3)
                .with(Iterations.of(2, Map.of(Kpi.NET_BPS, 1.0, Kpi.RISK_RATIO, 0.2)), 3)
                .with(Iterations.of(5, Map.of(Kpi.RISK_RATIO, 0.4)), 3)
                .with(Iterations.of(6, Map.of(Kpi.NET_BPS, 3.0)), 3);

        // When
        JudgedWindow window = recent.judged();

        // Then
        assertThat(window.capacity()).isEqualTo(3);
        assertThat(window.iterations()).containsExactly(2, 5, 6);
        assertThat(window.gaps()).containsExactly(3);
        assertThat(window.statistics()).extracting(KpiStatistics::kpi).containsExactly(Kpi.values());
        assertThat(window.statistics(Kpi.NET_BPS)).contains(KpiStatistics.of(Kpi.NET_BPS, List.of(1.0, 3.0), 1));
        assertThat(window.statistics(Kpi.CANCEL_RATIO)).contains(KpiStatistics.of(Kpi.CANCEL_RATIO, List.of(), 3));
        assertThat(recent.lastNumber()).isEqualTo(6);
    }

    @Test
    void shouldLetGoOfWhatTheWindowNoLongerHolds() {
        // Given
        RecentIterations recent = RecentIterations.none()
                .with(Iterations.good(1), 8)
                .with(Iterations.good(2), 8)
                .with(Iterations.good(4), 8);

        // Then
        assertThat(recent.within(List.of(2, 3, 4)).numbers()).containsExactly(2, 4);
        assertThat(recent.within(List.of(2, 3, 4)).capacity()).isEqualTo(8);
        assertThat(recent.within(List.of(2)).numbers()).containsExactly(2, 4);
    }

    @Test
    void shouldFindNoGapBetweenNeighboursNorInNothing() {
        // Given
        RecentIterations neighbours =
                RecentIterations.none().with(Iterations.good(1), 8).with(Iterations.good(2), 8);

        // Then
        assertThat(neighbours.judged().gaps()).isEmpty();
        assertThat(RecentIterations.none().judged())
                .satisfies(window -> assertThat(window.iterations()).isEmpty());
        assertThat(RecentIterations.none().lastNumber()).isZero();
    }
}
