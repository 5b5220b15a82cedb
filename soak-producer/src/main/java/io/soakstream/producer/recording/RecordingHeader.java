package io.soakstream.producer.recording;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.serde.AvroSerdes;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * What a recording says about itself.
 *
 * @param key run that was recorded
 * @param origin run key of the run that the recorded one was itself a replay of
 * @param context what the run is judged with
 * @param schemas writer's schemas of the values, by id
 */
public record RecordingHeader(
        RunKey key, Optional<String> origin, RecordingContext context, Map<Integer, Schema> schemas) {

    public RecordingHeader {
        schemas = Map.copyOf(schemas);
    }

    /** Decodes the values of the recording, without any registry. */
    public Deserializer<SoakEvent> deserializer() {
        return new AvroSerdes(new RecordedSchemas(schemas)).of(SoakEvent.class).deserializer();
    }
}
