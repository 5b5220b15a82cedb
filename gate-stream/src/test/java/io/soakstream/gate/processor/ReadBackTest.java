package io.soakstream.gate.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.state.GateOverrides;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.support.AlteringStore;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.support.DriverProperties;
import io.soakstream.schemas.support.Events;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that gives back something else than it was given. */
class ReadBackTest {
    private static final ApplyDecisionsProcessor.Next NEXT =
            new ApplyDecisionsProcessor.Next("judge", "overrides", "applications");

    @TempDir
    Path stateDirectory;

    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final AlteringStore altering = new AlteringStore(StoreKind.MEMORY.supplier(GateStores.RUNTIME_OVERRIDES));
    private final DecisionStory story = DecisionStory.implied();
    private TopologyTestDriver driver;
    private TestInputTopic<String, TuningDecision> decisions;
    private TestOutputTopic<String, RuntimeOverrides> overrides;
    private TestOutputTopic<String, DeltaApplication> applications;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(topology(), DriverProperties.of("gate", stateDirectory, Topics.standard()));
        decisions = driver.createInputTopic(
                "decisions",
                new StringSerializer(),
                serdes.of(TuningDecision.class).serializer());
        overrides = driver.createOutputTopic(
                "overrides",
                new StringDeserializer(),
                serdes.of(RuntimeOverrides.class).deserializer());
        applications = driver.createOutputTopic(
                "applications",
                new StringDeserializer(),
                serdes.of(DeltaApplication.class).deserializer());
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void shouldTellNobodyOfWhatTheStoreDoesNotGiveBack() {
        // Given
        decisions.pipeInput(Events.KEY, story.iteration(1));
        overrides.readValuesToList();
        applications.readValuesToList();
        altering.replace("630", "631");

        // When
        decisions.pipeInput(Events.KEY, story.iteration(2, Moves.of("tail_age_ms", "30")));

        // Then
        List<DeltaApplication> words = applications.readValuesToList();
        assertThat(words).extracting(DeltaApplication::getOutcome).containsExactly(ApplicationOutcome.MISMATCH);
        assertThat(overrides.isEmpty()).isTrue();
        KeyValueStore<String, GateOverrides> store = driver.getKeyValueStore(GateStores.RUNTIME_OVERRIDES);
        assertThat(store.get(Events.KEY).getProjection().getVersion()).isEqualTo(1);
        assertThat(store.get(Events.KEY).getLastSequence()).isEqualTo(2);
    }

    @Test
    void shouldTellNobodyOfStartValuesThatAreNotEvenLegal() {
        // Given
        altering.replace("600", "999");

        // When
        decisions.pipeInput(Events.KEY, story.iteration(1));

        // Then
        assertThat(applications.readValuesToList())
                .extracting(DeltaApplication::getOutcome)
                .containsExactly(ApplicationOutcome.MISMATCH);
        assertThat(overrides.isEmpty()).isTrue();
    }

    private Topology topology() {
        Topology topology = new Topology();
        topology.addSource(
                "decisions",
                new StringDeserializer(),
                serdes.of(TuningDecision.class).deserializer(),
                "decisions");
        topology.addProcessor(
                "apply", ApplyDecisionsProcessor.supplier(NEXT, GateStores.runtimeOverrides(altering)), "decisions");
        topology.addSink(
                NEXT.overrides(),
                "overrides",
                Serdes.String().serializer(),
                serdes.of(RuntimeOverrides.class).serializer(),
                "apply");
        topology.addSink(
                NEXT.applications(),
                "applications",
                Serdes.String().serializer(),
                serdes.of(DeltaApplication.class).serializer(),
                "apply");
        topology.addProcessor(NEXT.judgement(), Ignoring::new, "apply");
        return topology;
    }

    private static final class Ignoring extends ContextualProcessor<String, Object, Void, Void> {
        @Override
        public void process(Record<String, Object> record) {}
    }
}
