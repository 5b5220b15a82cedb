package io.soakstream.producer.sink;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Deserializer;

class PublishRoundTripTest {
    @Property(tries = 200)
    void shouldReadWhatWasWritten(@ForAll("iterations") SoakEvent event) {
        // Given
        AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

        // When
        new EventPublisher(producer, serdes, Topics.standard().events()).publish(List.of(event));

        // Then
        try (Deserializer<SoakEvent> values = serdes.of(SoakEvent.class).deserializer()) {
            assertThat(values.deserialize("", producer.history().get(0).value()))
                    .isEqualTo(event);
        }
    }

    @Provide
    Arbitrary<SoakEvent> iterations() {
        Arbitrary<Double> kpi = Arbitraries.doubles().injectNull(0.2);
        return Combinators.combine(
                        Arbitraries.integers().greaterOrEqual(1),
                        Arbitraries.longs(),
                        kpi,
                        kpi,
                        kpi,
                        Arbitraries.strings().injectNull(0.2),
                        Arbitraries.strings().list().ofMaxSize(4))
                .as(PublishRoundTripTest::event);
    }

    private static SoakEvent event(
            int iteration, long time, Double net, Double risk, Double latency, String source, List<String> drivers) {
        IterationSummary summary = new IterationSummary();
        summary.setIteration(iteration);
        summary.setNetBps(net);
        summary.setRiskRatio(risk);
        summary.setP95LatencyMs(latency);
        summary.setMakerTakerSource(source);
        summary.setNegEdgeDrivers(drivers);
        summary.setBlockReasons(List.of());
        summary.setEffectiveOverrides(List.of());
        SoakEvent event = new SoakEvent();
        event.setBot("mm");
        event.setRun("RUN_1");
        event.setEventTimeMs(time);
        event.setIterationSummary(summary);
        return event;
    }
}
