package io.soakstream.producer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.soakstream.producer.telemetry.BotMetrics.BreakerState;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class TelemetryWindowTest {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final BotMetrics metrics = new BotMetrics(registry);

    @BeforeAll
    static void trustTheContract() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(IterationSummary.class);
    }

    @Test
    void shouldReadAnIterationFromTheMetricsOfABot() {
        // Given: ticks of an earlier iteration, which must not count
        ticks(100, 2_000);
        metrics.deadlinesMissed(100);
        Scrape before = scrape();

        // When: ninety of a hundred ticks take up to 50 ms, the rest up to 150
        ticks(90, 40);
        ticks(10, 140);
        metrics.deadlinesMissed(1);
        metrics.cacheLookUps(78, 22);
        metrics.edge(2.8, 2.6);
        metrics.makerShare(0.92);
        metrics.wsLag(90, 125);
        IterationSummary iteration = iteration(before, scrape());

        // Then
        assertThat(iteration.getTickLatencyP50Ms()).isCloseTo(25 + 25 * 50 / 90.0, within(1e-9));
        assertThat(iteration.getTickLatencyP95Ms()).isCloseTo(137.5, within(1e-9));
        assertThat(iteration.getDeadlineMissRate()).isEqualTo(0.01);
        assertThat(iteration.getHitRatio()).isEqualTo(0.78);
        assertThat(iteration.getEdgeBpsEma1h()).isEqualTo(2.8);
        assertThat(iteration.getEdgeBpsEma24h()).isEqualTo(2.6);
        assertThat(iteration.getMakerTakerRatio()).isEqualTo(0.92);
        assertThat(iteration.getWsLagP95Ms()).isEqualTo(90);
        assertThat(iteration.getWsLagMaxMs()).isEqualTo(125);
    }

    @Test
    void shouldLeaveUnknownWhatWasNotMeasured() {
        // When: a bot that has only just started
        IterationSummary iteration = iteration(scrape(), scrape());

        // Then
        assertThat(iteration.getTickLatencyP95Ms()).isNull();
        assertThat(iteration.getDeadlineMissRate()).isNull();
        assertThat(iteration.getHitRatio()).isNull();
        assertThat(iteration.getEdgeBpsEma24h()).isNull();
        assertThat(iteration.getMakerTakerRatio()).isNull();
        assertThat(iteration.getMakerTakerSource()).isNull();
        assertThat(iteration.getWsLagMaxMs()).isNull();
    }

    @Test
    void shouldCountFromNothingAfterARestartOfTheBot() {
        // Given
        ticks(100, 2_000);
        metrics.cacheLookUps(100, 100);
        Scrape before = scrape();

        // When
        PrometheusMeterRegistry fresh = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        BotMetrics restarted = new BotMetrics(fresh);
        restarted.tickMs(4);
        restarted.cacheLookUps(9, 1);
        IterationSummary iteration = iteration(before, Scrape.parse(fresh.scrape()));

        // Then
        assertThat(iteration.getTickLatencyP95Ms()).isCloseTo(4.75, within(1e-9));
        assertThat(iteration.getHitRatio()).isEqualTo(0.9);
    }

    @Test
    void shouldSayNoMoreThanTheLowerBoundOfTheLastBucket() {
        // Given
        Scrape before = scrape();
        ticks(10, 60_000);

        // When // Then
        assertThat(iteration(before, scrape()).getTickLatencyP50Ms()).isEqualTo(2_500);
    }

    @Test
    void shouldShowTheMetricsByTheirPublishedNames() {
        // When
        metrics.guardTripped("velocity");
        metrics.breaker(BreakerState.OPEN);
        metrics.activeOrders(12);

        // Then
        assertThat(registry.scrape())
                .contains("mm_stage_duration_ms_bucket{stage=\"tick_total\",le=\"150.0\"}")
                .contains("\nmm_deadline_miss_total 0.0")
                .contains("\nmm_md_cache_hit_total 0.0")
                .contains("\nmm_md_cache_miss_total 0.0")
                .contains("\nmm_guard_trip_total{guard=\"velocity\"} 1.0")
                .contains("\nmm_edge_bps_ema1h NaN")
                .contains("\nmm_edge_bps_ema24h NaN")
                .contains("\nmm_maker_share_ratio NaN")
                .contains("\nmm_ws_lag_max_ms NaN")
                .contains("\nmm_ws_lag_p95_ms NaN")
                .contains("\nmm_circuit_breaker_state{state=\"open\"} 1.0")
                .contains("\nmm_circuit_breaker_state{state=\"closed\"} 0.0")
                .contains("\nmm_active_orders 12.0");
    }

    private void ticks(int count, double eachMs) {
        for (int tick = 0; tick < count; tick++) {
            metrics.tickMs(eachMs);
        }
    }

    private Scrape scrape() {
        return Scrape.parse(registry.scrape());
    }

    private static IterationSummary iteration(Scrape before, Scrape after) {
        IterationSummary iteration =
                IterationSummary.newBuilder().setIteration(1).build();
        new TelemetryWindow(before, after).fill(iteration);
        return iteration;
    }
}
