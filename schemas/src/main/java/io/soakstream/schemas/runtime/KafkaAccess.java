package io.soakstream.schemas.runtime;

import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.topic.Topics;
import java.util.Map;

/** How a command reaches Kafka: connection and security, the registry, the names of the topics. */
public interface KafkaAccess {

    /** Properties of any Kafka client: bootstrap servers and whatever security needs. */
    Map<String, Object> clientProperties();

    /** The registry, one for the life of the command; whoever owns this access closes it. */
    SchemaRegistry registry();

    Topics topics();
}
