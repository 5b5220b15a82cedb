package io.soakstream.producer.client;

import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.Topics;
import java.util.Map;

/** A connection with its registry. */
record ConnectionAccess(SoakConnection connection, SchemaRegistry registry) implements KafkaAccess {
    @Override
    public Map<String, Object> clientProperties() {
        return connection.clientProperties();
    }

    @Override
    public Topics topics() {
        return connection.topics();
    }
}
