package io.soakstream.schemas.runtime;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.HostInfo;

/**
 * Point reads of the stores of a running stream (Interactive Queries v2): one key at a time, so that no question holds a
 * store's lock for long. For several threads.
 */
public final class StoreReads {
    private final String name;
    private final KafkaStreams streams;

    StoreReads(String name, KafkaStreams streams) {
        this.name = name;
        this.streams = streams;
    }

    /**
     * Who holds a key.
     *
     * @throws StoreUnavailableException it is not known: the work is being handed out
     */
    public KeyHolders holders(String store, String key) {
        KeyQueryMetadata metadata = metadata(store, key);
        return new KeyHolders(metadata.partition(), text(metadata.activeHost()), standbys(metadata));
    }

    private static SortedSet<String> standbys(KeyQueryMetadata metadata) {
        return metadata.standbyHosts().stream().map(StoreReads::text).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(HostInfo host) {
        return host.host() + ":" + host.port();
    }

    private KeyQueryMetadata metadata(String store, String key) {
        KeyQueryMetadata metadata;
        try (StringSerializer keys = new StringSerializer()) {
            metadata = streams.queryMetadataForKey(store, key, keys);
        } catch (IllegalStateException | InvalidStateStoreException notRunning) {
            throw new StoreUnavailableException(name + " does not run: " + streams.state(), notRunning);
        }
        if (metadata == null || metadata.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
            throw new StoreUnavailableException(name + " is handing out its work");
        }
        return metadata;
    }

    /**
     * Reads one key from this instance.
     *
     * @param orStale a copy, or a store that is still being restored, will do
     * @throws StoreUnavailableException this instance does not have the key's partition, or not yet
     */
    public <V> StoreRead<V> read(String store, String key, boolean orStale) {
        int partition = metadata(store, key).partition();
        QueryResult<V> active = ask(store, key, partition, true);
        if (active.isSuccess()) {
            return new StoreRead<>(Optional.ofNullable(active.getResult()), false);
        }
        QueryResult<V> any = orStale ? ask(store, key, partition, false) : active;
        if (any.isFailure()) {
            throw new StoreUnavailableException(
                    store + " of " + name + " cannot be read here: " + any.getFailureReason());
        }
        return new StoreRead<>(Optional.ofNullable(any.getResult()), true);
    }

    private <V> QueryResult<V> ask(String store, String key, int partition, boolean active) {
        StateQueryRequest<V> request = StateQueryRequest.inStore(store)
                .withQuery(KeyQuery.<String, V>withKey(key))
                .withPartitions(Set.of(partition));
        try {
            QueryResult<V> result = streams.query(active ? request.requireActive() : request)
                    .getPartitionResults()
                    .get(partition);
            if (result == null) {
                throw new StoreUnavailableException(store + " of " + name + " is not here");
            }
            return result;
        } catch (IllegalStateException | InvalidStateStoreException notRunning) {
            throw new StoreUnavailableException(name + " does not run: " + streams.state(), notRunning);
        }
    }
}
