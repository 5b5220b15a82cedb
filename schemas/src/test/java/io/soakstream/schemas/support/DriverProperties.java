package io.soakstream.schemas.support;

import io.soakstream.schemas.runtime.StreamsProperties;
import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;
import java.util.Properties;

/** Production's configuration, as far as a driver without a broker can take it. */
public final class DriverProperties {
    private DriverProperties() {}

    public static Properties of(String applicationId, Path stateDirectory, Topics topics) {
        Properties properties = new Properties();
        properties.putAll(StreamsProperties.withoutBroker(applicationId, stateDirectory, topics));
        return properties;
    }
}
