package io.soakstream.gate.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.state.GateRunState;
import io.soakstream.gate.state.GateStores;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiWindow;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.Trend;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.DriverProperties;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.support.TopologyGolden;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTopologyTest {
    private static final int CAPACITY = 8;
    private final Topics topics = Topics.standard();
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());

    @TempDir
    Path stateDirectory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, TuningDecision> decisions;
    private TestOutputTopic<String, Verdict> verdicts;

    @BeforeEach
    void start() {
        Properties properties = DriverProperties.of("gate", stateDirectory, topics);
        driver = new TopologyTestDriver(
                GateTopology.build(GateConfig.defaults(), topics, serdes, StoreKind.MEMORY), properties);
        decisions = driver.createInputTopic(
                topics.decisions().name(),
                new StringSerializer(),
                serdes.of(TuningDecision.class).serializer());
        verdicts = driver.createOutputTopic(
                topics.verdicts().name(),
                new StringDeserializer(),
                serdes.of(Verdict.class).deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldLinkVerdictsToAChain() {
        // When
        for (int i = 1; i <= CAPACITY; i++) {
            decisions.pipeInput(Events.KEY, decision(i, "run"));
        }

        // Then
        List<Verdict> made = verdicts.readValuesToList();
        assertThat(made).hasSize(CAPACITY);
        assertThat(made.get(0).getPreviousDigest()).isEmpty();
        assertThat(made.get(0).getPreviousVerdict()).isNull();
        assertThat(made.get(0).getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        for (int i = 1; i < CAPACITY; i++) {
            assertThat(made.get(i).getPreviousDigest())
                    .isEqualTo(made.get(i - 1).getDigest());
            assertThat(made.get(i).getPreviousVerdict())
                    .isEqualTo(made.get(i - 1).getVerdict());
        }
        assertThat(made.get(7).getVerdict()).isEqualTo(VerdictLevel.PASS);
        assertThat(made.get(7).getFreezeReady()).isTrue();
        assertThat(made).extracting(Verdict::getId).doesNotHaveDuplicates();
    }

    @Test
    void shouldGiveTheSameDigestUnderAnotherNameAndAnotherForOtherContent() {
        // When
        decisions.pipeInput(Events.KEY, decision(1, "run"));
        decisions.pipeInput("bot:copy", decision(1, "copy"));
        TuningDecision other = decision(1, "other");
        other.getWindow().getStatistics().get(0).setMax(0.31);
        decisions.pipeInput("bot:other", other);

        // Then
        List<Verdict> made = verdicts.readValuesToList();
        assertThat(made.get(1).getDigest()).isEqualTo(made.get(0).getDigest());
        assertThat(made.get(1).getId()).isNotEqualTo(made.get(0).getId());
        assertThat(made.get(2).getDigest()).isNotEqualTo(made.get(0).getDigest());
    }

    @Test
    void shouldForgetARunWhenItEnds() {
        // Given
        decisions.pipeInput(Events.KEY, decision(1, "run"));
        KeyValueStore<String, GateRunState> runs = driver.getKeyValueStore(GateStores.RUN_RECORD);
        int windowBefore = runs.get(Events.KEY).getWindow().size();

        // When
        decisions.pipeInput(
                Events.KEY,
                TuningDecision.newBuilder()
                        .setRunEnded(RunEnded.newBuilder().build())
                        .build());

        // Then
        assertThat(windowBefore).isEqualTo(1);
        assertThat(runs.get(Events.KEY)).isNull();
        assertThat(verdicts.readValuesToList()).hasSize(1);
    }

    @Test
    void shouldMatchItsGoldenDescription() {
        TopologyGolden.check(
                "gate", GateTopology.build(GateConfig.defaults(), topics, serdes, StoreKind.MEMORY), Path.of(""));
    }

    private static TuningDecision decision(int iteration, String run) {
        IterationSummary summary = Events.healthy(iteration).build();
        List<Integer> window = IntStream.rangeClosed(1, iteration).boxed().toList();
        return TuningDecision.newBuilder()
                .setBot("bot")
                .setRun(run)
                .setSequence(iteration)
                .setIterationSummary(summary)
                .setIterationsTotal(iteration)
                .setOutcome(Outcome.NO_OP)
                .setReason("no_change")
                .setBaseHash("h")
                .setResultHash("h")
                .setWindow(KpiWindow.newBuilder()
                        .setCapacity(CAPACITY)
                        .setIterations(window)
                        .setStatistics(List.of(
                                statistics("risk_ratio", iteration, summary.getRiskRatio()),
                                statistics("net_bps", iteration, summary.getNetBps()),
                                statistics("p95_latency_ms", iteration, summary.getP95LatencyMs()),
                                statistics("maker_taker_ratio", iteration, summary.getMakerTakerRatio())))
                        .build())
                .build();
    }

    private static KpiStatistics statistics(String kpi, int samples, double value) {
        return KpiStatistics.newBuilder()
                .setKpi(kpi)
                .setSamples(samples)
                .setLast(value)
                .setMean(value)
                .setMedian(value)
                .setMin(value)
                .setMax(value)
                .setHarmonicMean(value)
                .setTrend(Trend.FLAT)
                .build();
    }
}
