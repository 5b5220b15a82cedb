package io.soakstream.producer.app;

import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.topic.Topics;
import java.util.Map;

/** Where the broker and the registry are. */
public interface KafkaAccess {

    /** Properties that every Kafka client needs to connect. */
    Map<String, Object> clientProperties();

    /** The registry; it belongs to this access, which closes it. */
    SchemaRegistry registry();

    /** The topic catalogue under the configured prefix. */
    Topics topics();
}
