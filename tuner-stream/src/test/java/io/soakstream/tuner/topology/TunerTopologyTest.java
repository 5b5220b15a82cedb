package io.soakstream.tuner.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.GuardState;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Trend;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.SourcePosition;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.DriverProperties;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.support.TopologyGolden;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TunerTopologyTest {
    private final Topics topics = Topics.standard();
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());

    @TempDir
    Path stateDirectory;

    private TopologyTestDriver driver;
    private TestInputTopic<String, byte[]> events;
    private TestOutputTopic<String, TuningDecision> decisions;
    private TestOutputTopic<String, byte[]> deadLetters;

    @BeforeEach
    void start() {
        Properties properties = DriverProperties.of("tuner", stateDirectory, topics);
        driver = new TopologyTestDriver(
                TunerTopology.build(TunerConfig.defaults(), topics, serdes, StoreKind.MEMORY), properties);
        events = driver.createInputTopic(topics.events().name(), new StringSerializer(), new ByteArraySerializer());
        decisions = driver.createOutputTopic(
                topics.decisions().name(),
                new StringDeserializer(),
                serdes.of(TuningDecision.class).deserializer());
        deadLetters = driver.createOutputTopic(
                topics.deadLetters().name(), new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldDecideOnceForEveryAcceptedEvent() {
        // When
        send(Events.started());
        for (int i = 1; i <= 10; i++) {
            send(Events.iteration(i));
        }
        send(Events.ended(10));

        // Then
        List<TuningDecision> made = decisions.readValuesToList();
        assertThat(made).hasSize(12).extracting(TuningDecision::getSequence).isSorted();
        TuningDecision last = made.get(10);
        assertThat(last.getWindow().getIterations()).containsExactly(3, 4, 5, 6, 7, 8, 9, 10);
        assertThat(last.getIterationsTotal()).isEqualTo(10);
        assertThat(last.getOutcome()).isEqualTo(Outcome.NO_OP);
        assertThat(last.getReason()).isEqualTo("at_bound");
        assertThat(last.getGuards()).extracting(GuardState::getGuard).hasSize(7).doesNotHaveDuplicates();
        assertThat(last.getConfigurationDigest())
                .isEqualTo(TunerConfig.defaults().digest());
        assertThat(made.get(11).getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
        assertThat(deadLetters.isEmpty()).isTrue();
    }

    @Test
    void shouldReportStatisticsAndNoData() {
        // When
        send(Events.iteration(1));

        // Then
        TuningDecision decision = decisions.readValue();
        assertThat(decision.getRunStarted().getStartOverrides()).hasSize(8);
        assertThat(decision.getRunStarted().getMode()).isEqualTo(RunMode.LIVE);
        var risk = decision.getWindow().getStatistics().stream()
                .filter(entry -> entry.getKpi().equals("risk_ratio"))
                .findFirst()
                .orElseThrow();
        var cancel = decision.getWindow().getStatistics().stream()
                .filter(entry -> entry.getKpi().equals("cancel_ratio"))
                .findFirst()
                .orElseThrow();
        assertThat(risk.getMean()).isEqualTo(0.3);
        assertThat(risk.getTrend()).isEqualTo(Trend.FLAT);
        assertThat(cancel.getSamples()).isZero();
        assertThat(cancel.getMean()).isNull();
    }

    @Test
    void shouldSetAsideSourceBytesWithTheReason() {
        // Given
        byte[] impossible = bytes(
                Events.iteration(Events.healthy(1).setRiskRatio(Double.NaN).build()));

        // When
        events.pipeInput(Events.KEY, impossible);

        // Then
        TestRecord<String, byte[]> letter = deadLetters.readRecord();
        assertThat(letter.value()).isEqualTo(impossible);
        assertThat(letter.key()).isEqualTo(Events.KEY);
        assertThat(header(letter, "soak.error.code")).isEqualTo("invalid_value");
        assertThat(header(letter, "__streams.errors.message")).contains("risk_ratio: NaN is not finite");
        assertThat(header(letter, "__streams.errors.topic")).isEqualTo("soak.events.v1");
        assertThat(decisions.isEmpty()).isTrue();
    }

    @Test
    void shouldSetAsideEveryKindOfBadEventAndGoOn() {
        // When
        events.pipeInput(null, bytes(Events.iteration(1)));
        events.pipeInput(Events.KEY, null);
        events.pipeInput(Events.KEY, new byte[] {1, 2, 3});
        events.pipeInput(Events.KEY, "not avro".getBytes(UTF_8));
        events.pipeInput("bot:other", bytes(Events.iteration(1)));
        events.pipeInput(Events.KEY, bytes(Events.iteration(0)));
        events.pipeInput(Events.KEY, bytes(Events.iteration(Integer.MAX_VALUE)));
        events.pipeInput(Events.KEY, bytes(started(new ParameterValue("no_such_thing", "1"))));
        events.pipeInput(Events.KEY, bytes(started(new ParameterValue("tail_age_ms", "1E+999999999"))));
        events.pipeInput(Events.KEY, bytes(started(new ParameterValue("tail_age_ms", "801"))));
        send(Events.iteration(1));

        // Then
        assertThat(deadLetters.readRecordsToList())
                .extracting(letter -> header(letter, "soak.error.code"))
                .containsExactly(
                        "null_key",
                        "null_value",
                        "truncated",
                        "bad_magic",
                        "key_mismatch",
                        "invalid_iteration",
                        "implausible_jump",
                        "unknown_parameter",
                        "invalid_value",
                        "invalid_start_overrides");
        assertThat(decisions.readValuesToList()).hasSize(1);
    }

    @Test
    void shouldSayWhereADecisionComesFromBesideIt() {
        // When
        send(Events.started());
        send(Events.iteration(1));

        // Then
        TestRecord<String, TuningDecision> second =
                decisions.readRecordsToList().get(1);
        assertThat(new String(second.headers().lastHeader(SourcePosition.OFFSET).value(), UTF_8))
                .isEqualTo("1");
    }

    @Test
    void shouldKeepARunsStateSmallAndForgetItAtTheEnd() {
        // Given
        for (int i = 1; i <= 500; i++) {
            send(Events.iteration(i));
        }
        KeyValueStore<String, TunerRunState> runs = driver.getKeyValueStore(TunerStores.RUN_STATE);
        int running = size(runs.get(Events.KEY));

        // When
        send(Events.ended(500));

        // Then
        assertThat(running).isLessThan(4 * 1024);
        assertThat(size(runs.get(Events.KEY))).isLessThan(40);
    }

    @Test
    void shouldMatchItsGoldenDescription() {
        TopologyGolden.check(
                "tuner", TunerTopology.build(TunerConfig.defaults(), topics, serdes, StoreKind.MEMORY), Path.of(""));
    }

    private static int size(TunerRunState state) {
        try {
            return TunerRunState.getEncoder().encode(state).remaining();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static SoakEvent started(ParameterValue value) {
        return Events.event(Events.START)
                .setRunStarted(RunStarted.newBuilder()
                        .setStartOverrides(List.of(value))
                        .build())
                .build();
    }

    private void send(SoakEvent event) {
        events.pipeInput(event.getBot() + ":" + event.getRun(), bytes(event));
    }

    private byte[] bytes(SoakEvent event) {
        return serdes.of(SoakEvent.class).serializer().serialize(topics.events().name(), event);
    }

    private static String header(TestRecord<?, ?> record, String name) {
        return new String(record.headers().lastHeader(name).value(), UTF_8);
    }
}
