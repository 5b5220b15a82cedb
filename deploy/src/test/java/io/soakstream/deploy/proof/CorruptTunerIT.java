package io.soakstream.deploy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.deploy.offline.OfflineTuner;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.ProposedDelta;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StateStorage;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.runtime.StreamsRunner;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.Topic;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A tuner that lies: the gate applies nothing, judges nothing by it, and raises the alarm. */
class CorruptTunerIT {
    private static final String OTHER_HASH = "0".repeat(64);

    @TempDir
    Path directory;

    /** What is wrong with the decision about the second iteration. */
    enum Corruption {
        RESULT_HASH(decision -> decision.setResultHash(OTHER_HASH)),
        DELTA(decision -> {
            ProposedDelta delta = decision.getProposed().get(0);
            delta.setDelta("6");
            delta.setTo(Integer.toString(Integer.parseInt(delta.getFrom()) + 6));
        }),
        BASE(decision -> decision.setBaseHash(OTHER_HASH)),
        OUTCOME(decision -> {
            decision.setOutcome(Outcome.SKIPPED);
            decision.setReason("awaiting_confirmation");
            decision.setResultHash(decision.getBaseHash());
        });

        private final Consumer<TuningDecision> harm;

        Corruption(Consumer<TuningDecision> harm) {
            this.harm = harm;
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotApplyWhatItCannotProve(Corruption corruption) {
        // Given
        Topics topics = new Topics("corrupt-" + corruption.name().toLowerCase(Locale.ROOT) + ".");
        List<TuningDecision> decisions = decisions();
        corruption.harm.accept(decisions.get(2));
        try (Line line = Line.on(topics)) {
            StreamsRunner gate = line.startGate(new StateStorage(directory, StoreKind.MEMORY));
            line.awaitRunning();

            // When
            send(line, decisions);
            List<Verdict> verdicts = line.verdicts(Events.RUN, 2);

            // Then
            assertThat(verdicts.get(0).getReasons()).doesNotContain("projection_mismatch");
            assertThat(verdicts.get(1).getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
            assertThat(verdicts.get(1).getReasons()).contains("projection_mismatch");
            assertThat(verdicts.get(1).getFreezeReady()).isFalse();
            assertThat(read(line, topics.overrides()))
                    .extracting(RuntimeOverrides::getVersion)
                    .containsExactly(1L, 2L);
            List<DeltaApplication> applications = read(line, topics.applications());
            assertThat(applications)
                    .extracting(DeltaApplication::getOutcome)
                    .containsExactly(ApplicationOutcome.APPLIED, ApplicationOutcome.MISMATCH);
            assertThat(applications.get(1).getReason()).isEqualTo("projection_mismatch");
            await().atMost(Line.PATIENCE)
                    .untilAsserted(() -> assertThat(mismatches(gate)).isEqualTo(1.0));
        }
    }

    /** Of a run whose two iterations both apply something, as the tuner makes them. */
    private List<TuningDecision> decisions() {
        AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
        List<SoakEvent> events = List.of(Events.started(), risky(1), risky(2));
        try (OfflineTuner tuner = new OfflineTuner(
                TunerConfig.defaults(), Topics.standard(), serdes, directory.resolve("tuner"), decision -> {})) {
            List<TuningDecision> decisions = new ArrayList<>();
            tuner.decide(events, new ArrayList<>())
                    .forEach(made -> decisions.add(
                            serdes.of(TuningDecision.class).deserializer().deserialize("", made.value)));
            assertThat(decisions).extracting(TuningDecision::getOutcome).endsWith(Outcome.APPLIED, Outcome.APPLIED);
            return decisions;
        }
    }

    private static SoakEvent risky(int iteration) {
        return Events.iteration(Events.healthy(iteration).setRiskRatio(0.7).build());
    }

    private static void send(Line line, List<TuningDecision> decisions) {
        Topic<TuningDecision> topic = line.topics().decisions();
        try (Producer<String, TuningDecision> producer = new KafkaProducer<>(
                line.clientProperties(),
                new StringSerializer(),
                new AvroSerdes(line.registry()).of(TuningDecision.class).serializer())) {
            decisions.forEach(decision -> producer.send(new ProducerRecord<>(topic.name(), Events.KEY, decision)));
        }
    }

    private static <T extends SpecificRecord> List<T> read(Line line, Topic<T> topic) {
        var values = new AvroSerdes(line.registry()).of(topic.valueType()).deserializer();
        return TopicContents.read(line.bootstrapServers(), topic.name(), IsolationLevel.READ_COMMITTED)
                .records()
                .stream()
                .map(record -> values.deserialize(record.topic(), record.value()))
                .toList();
    }

    private static double mismatches(StreamsRunner gate) {
        return gate.metrics().entrySet().stream()
                .filter(metric -> metric.getKey().name().equals("projection-mismatches-total"))
                .mapToDouble(metric -> (Double) metric.getValue().metricValue())
                .sum();
    }
}
