package io.soakstream.schemas.topic;

/**
 * What a stream is known by on the cluster.
 *
 * @param applicationId its consumer group, and the prefix of its internal topics
 * @param source the one topic it reads
 * @param store name of its state store
 */
public record StreamIdentity(String applicationId, Topic<?> source, String store) {
    /** The topic that holds the store's content, by Kafka Streams' own rule. */
    String changelog() {
        return changelog(store);
    }

    /** The same of another store of the stream. */
    String changelog(String other) {
        return applicationId + "-" + other + "-changelog";
    }
}
