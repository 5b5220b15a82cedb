package io.soakstream.tuner.state;

import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.SingleObjectSerde;
import java.util.Map;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The tuner's stores.
 *
 * <table>
 * <caption>One row per store</caption>
 * <tr><th>store</th><th>key</th><th>value</th><th>why</th><th>bound per run</th></tr>
 * <tr><td>{@code run-state}</td><td>run key</td><td>{@link TunerRunState}</td>
 * <td>last-N window, remembered iterations, overrides in force: the whole memory of the tuner, in one put per event</td>
 * <td>about 3 KiB with a window of 8; a few bytes once the run has ended</td></tr>
 * </table>
 *
 * <p>In memory with a changelog: small enough to restore in seconds, and read and written once per event.
 */
public final class TunerStores {
    public static final String RUN_STATE = "run-state";

    private TunerStores() {}

    public static StoreBuilder<KeyValueStore<String, TunerRunState>> runState(StoreKind kind) {
        return Stores.keyValueStoreBuilder(
                        kind.supplier(RUN_STATE),
                        Serdes.String(),
                        SingleObjectSerde.of(TunerRunState.class, TunerRunState.getDecoder()))
                .withLoggingEnabled(Map.of())
                // A run that is replayed moves many times between two commits: RocksDB and the changelog see the last.
                .withCachingEnabled();
    }
}
