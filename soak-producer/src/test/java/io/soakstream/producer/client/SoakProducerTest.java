package io.soakstream.producer.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.overrides.DesiredOverrides;
import io.soakstream.producer.overrides.OverridesTopic;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SoakProducerTest {
    private static final RunKey KEY = new RunKey("mm", "nightly");
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Overrides START = Overrides.start(ParameterCatalogue.standard());
    private static final Overrides WIDER = OverridesTopic.values("base_spread_bps", "0.135");
    private static final Kpis KPIS = Kpis.builder()
            .netBps(3)
            .riskRatio(0.3)
            .fills(30, 10)
            .p95LatencyMs(200)
            .build();

    private final MemoryAccess access = new MemoryAccess();
    private final AvroSerdes serdes = new AvroSerdes(access.registry());
    private final OverridesTopic overrides = new OverridesTopic(serdes);
    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final SoakProducer soak =
            new SoakProducer(access, producer, overrides.consumer(), ClientLimits.defaults(), () -> NOW, () -> {});

    @AfterEach
    void close() {
        soak.close();
    }

    @Test
    void shouldWriteTheStartWithEverythingThatIsDeclared() {
        // Given
        RunPlan plan = RunPlan.of("mm", "nightly")
                .withMode(RunMode.SHADOW)
                .withPeriod(Duration.ofMinutes(1))
                .withTotalIterations(36)
                .withDeclaredHours(0.6)
                .withStartValues(Map.of("engine.tail_age_ms", new BigDecimal("650")))
                .withAutoTune(false);

        // When
        SoakRun run = soak.start(plan);

        // Then
        SoakEvent event = sent().get(0);
        assertThat(event.getEventTimeMs()).isEqualTo(NOW.toEpochMilli());
        assertThat(event.getRunStarted()).satisfies(started -> {
            assertThat(started.getMode()).isEqualTo(io.soakstream.schemas.contract.RunMode.SHADOW);
            assertThat(started.getPeriodMs()).isEqualTo(60_000);
            assertThat(started.getTotalIterations()).isEqualTo(36);
            assertThat(started.getDeclaredHours()).isEqualTo(0.6);
            assertThat(started.getAutoTune()).isFalse();
            assertThat(started.getStartOverrides())
                    .extracting(value -> value.getName() + "=" + value.getValue())
                    .contains("tail_age_ms=650", "min_interval_ms=60");
        });
        assertThat(run.desired().version()).isZero();
        assertThat(run.desired().stateHash())
                .isEqualTo(OverridesTopic.values("tail_age_ms", "650").stateHash());
    }

    @Test
    void shouldRefuseAStartValueThatIsNone() {
        // Given
        RunPlan plan = RunPlan.of("mm", "nightly").withStartValues(Map.of("tail_age_ms", new BigDecimal("5000")));

        // When // Then
        assertThatThrownBy(() -> soak.start(plan))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("engine.tail_age_ms");
        assertThat(sent()).isEmpty();
    }

    @Test
    void shouldSayWhatEveryIterationRanWith() {
        // Given
        SoakRun run = soak.start(RunPlan.of("mm", "nightly"));
        run.send(run.begin(1).finish(KPIS)).join();
        overrides.write(KEY, OverridesTopic.version(KEY, 2, WIDER));
        run.awaitVersion(2, PATIENCE);

        // When
        DesiredOverrides taken = run.switchToDesired();
        run.send(run.begin(2).finish(KPIS)).join();

        // Then
        assertThat(taken.values()).isEqualTo(WIDER);
        assertThat(iterations())
                .satisfiesExactly(first -> echo(first, START, false), second -> echo(second, WIDER, false));
    }

    @Test
    void shouldCallAnIterationMixedDuringWhichTheBotSwitched() {
        // Given
        SoakRun run = soak.start(RunPlan.of("mm", "nightly"));
        IterationScope first = run.begin(1);
        run.inForce(WIDER);
        run.inForce(START);

        // When
        run.send(first.finish(KPIS)).join();
        IterationScope second = run.begin(2);
        run.inForce(START);
        run.send(second.finish(KPIS)).join();

        // Then
        assertThat(iterations())
                .satisfiesExactly(mixed -> echo(mixed, START, true), clean -> echo(clean, START, false));
    }

    @Test
    void shouldTakeTheMakerShareFromTheFills() {
        // Given
        SoakRun run = soak.start(RunPlan.of("mm", "nightly"));

        // When
        run.send(run.begin(1).finish(KPIS)).join();

        // Then
        assertThat(iterations().get(0).getMakerTakerRatio()).isEqualTo(0.75);
        assertThat(iterations().get(0).getMakerTakerSource()).isEqualTo("fills_count");
        assertThat(iterations().get(0).getSlippageBpsP95()).isNull();
    }

    @Test
    void shouldEndWithALastEchoAndTakeNothingAfterIt() {
        // Given
        SoakRun run = soak.start(RunPlan.of("mm", "nightly"));
        run.inForce(WIDER);

        // When
        run.end(RunEnding.ABORTED).join();

        // Then
        assertThat(sent().get(1).getRunEnded()).satisfies(ended -> {
            assertThat(ended.getEnd()).isEqualTo(RunEnd.ABORTED);
            assertThat(ended.getOverridesHash()).isEqualTo(WIDER.stateHash());
        });
        assertThatThrownBy(() -> run.begin(1)).hasMessage("run mm:nightly has ended");
    }

    @Test
    void shouldJoinARunWithWhatItsBotRunsWith() {
        // Given
        overrides.write(KEY, OverridesTopic.version(KEY, 7, WIDER));

        // When
        SoakRun run = soak.join(KEY, START);

        // Then
        assertThat(run.awaitVersion(7, PATIENCE).values()).isEqualTo(WIDER);
        run.send(run.begin(12).finish(KPIS)).join();
        assertThat(iterations()).satisfiesExactly(first -> echo(first, START, false));
    }

    @Test
    void shouldRefuseValuesThatCannotBe() {
        assertThatThrownBy(() -> Kpis.builder().riskRatio(30))
                .hasMessage("risk_ratio: 30.0 is not within 0..1 (ratio)");
        assertThatThrownBy(() -> Kpis.builder().p95LatencyMs(-1))
                .hasMessage("p95_latency_ms: -1.0 is not a duration (ms)");
        assertThatThrownBy(() -> Kpis.builder().netBps(Double.NaN))
                .hasMessage("net_bps: NaN is not a finite number (bps)");
        assertThatThrownBy(() -> soak.start(RunPlan.of("mm", "nightly")).begin(0))
                .hasMessageContaining("iteration: 0");
    }

    @Test
    void shouldNotStartWithoutABroker() {
        // Given
        producer.sendException = new TimeoutException("no broker");

        // When // Then
        assertThatThrownBy(() -> soak.start(RunPlan.of("mm", "nightly")))
                .hasMessage("the start of mm:nightly was not delivered: no broker");
    }

    private static void echo(IterationSummary summary, Overrides values, boolean mixed) {
        assertThat(summary.getOverridesHash()).isEqualTo(values.stateHash());
        assertThat(summary.getMixed()).isEqualTo(mixed);
        assertThat(summary.getEffectiveOverrides())
                .hasSameSizeAs(values.values().keySet());
    }

    private List<IterationSummary> iterations() {
        return sent().stream()
                .map(SoakEvent::getIterationSummary)
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private List<SoakEvent> sent() {
        return producer.history().stream()
                .map(one -> serdes.of(SoakEvent.class).deserializer().deserialize(one.topic(), one.value()))
                .toList();
    }

    /** A registry in memory and nothing else. */
    private static final class MemoryAccess implements KafkaAccess {
        private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

        @Override
        public Map<String, Object> clientProperties() {
            return Map.of();
        }

        @Override
        public SchemaRegistry registry() {
            return registry;
        }

        @Override
        public Topics topics() {
            return Topics.standard();
        }
    }
}
