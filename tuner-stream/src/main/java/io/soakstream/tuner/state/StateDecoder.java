package io.soakstream.tuner.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.SchemaStore;

/** Reads a run's state as this version writes it and as earlier ones did: their schemas lie beside this class. */
final class StateDecoder {
    private static final String VERSION_0_1_0 = "TunerRunState-0.1.0.avsc";

    private StateDecoder() {}

    static BinaryMessageDecoder<TunerRunState> ofRunState() {
        SchemaStore.Cache earlier = new SchemaStore.Cache();
        earlier.addSchema(schema(VERSION_0_1_0));
        return TunerRunState.createDecoder(earlier);
    }

    private static Schema schema(String file) {
        try (InputStream json = StateDecoder.class.getResourceAsStream(file)) {
            return new Schema.Parser().parse(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file, unreadable);
        }
    }
}
