package io.soakstream.deploy.proof;

import io.soakstream.deploy.fixture.Line;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topic;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What is committed on the topics of a line that has one run.
 *
 * @param events in the order of the run
 * @param applications in the order of the run
 */
record RunTopics(List<SoakEvent> events, List<DeltaApplication> applications) {

    static RunTopics of(Line line) {
        return new RunTopics(
                read(line, line.topics().events(), SoakEvent.class),
                read(line, line.topics().applications(), DeltaApplication.class));
    }

    private static <T extends SpecificRecord> List<T> read(Line line, Topic<?> topic, Class<T> type) {
        Deserializer<T> values = new AvroSerdes(line.registry()).of(type).deserializer();
        return TopicContents.read(line.bootstrapServers(), topic.name(), IsolationLevel.READ_COMMITTED)
                .records()
                .stream()
                .map(record -> values.deserialize(topic.name(), record.value()))
                .toList();
    }

    /** The iterations as they were sent, repeats included. */
    List<IterationSummary> iterations() {
        return events.stream()
                .map(SoakEvent::getIterationSummary)
                .filter(Objects::nonNull)
                .toList();
    }

    SoakEvent lastEvent() {
        return events.get(events.size() - 1);
    }

    /** Decisions of which this became, in the order of the run. */
    List<String> decisions(ApplicationOutcome outcome) {
        return applications.stream()
                .filter(application -> application.getOutcome() == outcome)
                .map(DeltaApplication::getId)
                .toList();
    }
}
