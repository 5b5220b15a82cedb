package io.soakstream.deploy.proof;

import io.soakstream.schemas.topic.Topics;
import java.nio.file.Path;

/**
 * Where a pipeline under test runs.
 *
 * @param bootstrapServers the broker
 * @param registryUrl root of the registry's Confluent API
 * @param topics under a prefix that no other pipeline of the cluster has
 * @param directory for state, settings and logs of its processes
 */
record Site(String bootstrapServers, String registryUrl, Topics topics, Path directory) {

    /** Another pipeline on the same cluster. */
    Site named(String name) {
        return new Site(bootstrapServers, registryUrl, new Topics(name + "."), directory.resolve(name));
    }
}
