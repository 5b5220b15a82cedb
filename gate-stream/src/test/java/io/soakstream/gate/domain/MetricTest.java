package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MetricTest {

    @ParameterizedTest
    @EnumSource
    void shouldHaveEveryKpiUnderItsName(Kpi kpi) {
        // When
        Metric metric = Metric.byField(kpi.field()).orElseThrow();

        // Then
        assertThat(metric.kpi()).contains(kpi);
        assertThat(metric.source()).isEqualTo(Metric.Source.WINDOW);
        assertThat(metric.label()).isEqualTo(kpi.label());
        assertThat(metric.unit()).isEqualTo(kpi.unit());
    }

    @Test
    void shouldTellWhatOnlyTheLatestIterationSays() {
        assertThat(Metric.ofLatest())
                .contains(Metric.HIT_RATIO, Metric.ELAPSED_MS)
                .doesNotContain(Metric.RISK_RATIO, Metric.ITERATIONS_PASSING)
                .allMatch(metric -> metric.kpi().isEmpty());
        assertThat(Metric.HIT_RATIO.label()).isEqualTo("hit ratio");
        assertThat(Metric.HIT_RATIO.unit()).isEqualTo("ratio");
        assertThat(Metric.byField("hit")).isEmpty();
    }
}
