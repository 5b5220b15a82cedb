package io.soakstream.producer.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.soakstream.producer.loop.InForce;
import io.soakstream.producer.loop.SimulatedBot;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SimulatedTelemetryTest {
    private static final Duration PERIOD = Duration.ofMinutes(5);

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    @BeforeAll
    static void trustTheContract() {
        new AvroSerdes(new InMemorySchemaRegistry()).of(IterationSummary.class);
    }

    @Test
    void shouldShowWhatTheIterationItselfSays() {
        // Given
        SimulatedBot bot = bot(new BotMetrics(registry));
        bot.period(1, inForce());
        Scrape before = Scrape.parse(registry.scrape());

        // When
        IterationSummary sent = bot.period(2, inForce()).get(0).sound().orElseThrow();
        IterationSummary shown = IterationSummary.newBuilder().setIteration(2).build();
        new TelemetryWindow(before, Scrape.parse(registry.scrape())).fill(shown);

        // Then
        assertThat(shown.getMakerTakerRatio()).isCloseTo(sent.getMakerTakerRatio(), within(1e-4));
        assertThat(shown.getEdgeBpsEma1h()).isCloseTo(sent.getEdgeBpsEma1h(), within(1e-3));
        assertThat(shown.getEdgeBpsEma24h()).isCloseTo(sent.getEdgeBpsEma24h(), within(1e-3));
        assertThat(shown.getHitRatio()).isCloseTo(sent.getHitRatio(), within(1e-4));
        assertThat(shown.getDeadlineMissRate()).isCloseTo(sent.getDeadlineMissRate(), within(1e-4));
        assertThat(shown.getWsLagMaxMs()).isCloseTo(sent.getWsLagMaxMs(), within(0.1));
        assertThat(shown.getTickLatencyP50Ms()).isCloseTo(sent.getTickLatencyP50Ms(), within(15.0));
        assertThat(shown.getTickLatencyP95Ms()).isCloseTo(sent.getTickLatencyP95Ms(), within(30.0));
    }

    @Test
    void shouldKeepSeveralBotsApart() {
        // When
        bot(new BotMetrics(registry, Tags.of("bot", "a"))).period(1, inForce());
        bot(new BotMetrics(registry, Tags.of("bot", "b"))).period(1, inForce());

        // Then
        assertThat(registry.scrape())
                .contains("mm_maker_share_ratio{bot=\"a\"}")
                .contains("mm_maker_share_ratio{bot=\"b\"}")
                .contains("mm_circuit_breaker_state{bot=\"a\",state=\"open\"}");
    }

    private static SimulatedBot bot(BotMetrics metrics) {
        return new SimulatedBot(
                new SimulatedMarket(7, RegimePlan.of(Regime.CALM), PERIOD), new SimulatedTelemetry(metrics, PERIOD));
    }

    private static InForce inForce() {
        return InForce.throughout(Overrides.start(ParameterCatalogue.standard()));
    }
}
