package io.soakstream.gate.state;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.message.SchemaStore;

/** Schemas that earlier versions wrote their state with, so that it can still be read. */
final class EarlierSchemas {
    private EarlierSchemas() {}

    /** @param names files beside this class, with the version that wrote them */
    static SchemaStore of(String... names) {
        SchemaStore.Cache schemas = new SchemaStore.Cache();
        for (String name : names) {
            schemas.addSchema(read(name));
        }
        return schemas;
    }

    private static Schema read(String name) {
        try (InputStream file = EarlierSchemas.class.getResourceAsStream(name)) {
            return new Schema.Parser().parse(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }
}
