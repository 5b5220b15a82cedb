package io.soakstream.gate.state;

import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.SingleObjectSerde;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueBytesStoreSupplier;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The gate's stores.
 *
 * <table>
 * <caption>One row per store</caption>
 * <tr><th>store</th><th>key</th><th>value</th><th>why</th><th>bound per run</th></tr>
 * <tr><td>{@code runtime-overrides}</td><td>run key</td><td>{@link GateOverrides}</td>
 * <td>what the bot is meant to run with, whether it is known to, and which decision was the last</td>
 * <td>about half a KiB, and a quarter more for each step of a plan that is yet to come; nothing once the run has ended</td></tr>
 * <tr><td>{@code run-record}</td><td>run key</td><td>{@link GateRunState}</td>
 * <td>facts of the window, tally of the tuning, heads of the digest chains</td>
 * <td>about 3 KiB with a window of 8 and one policy; nothing once the run has ended</td></tr>
 * </table>
 */
public final class GateStores {
    public static final String RUNTIME_OVERRIDES = "runtime-overrides";
    public static final String RUN_RECORD = "run-record";

    private GateStores() {}

    public static StoreBuilder<KeyValueStore<String, GateOverrides>> runtimeOverrides(StoreKind kind) {
        return runtimeOverrides(kind.supplier(RUNTIME_OVERRIDES));
    }

    /** @param supplier of a store of that name */
    public static StoreBuilder<KeyValueStore<String, GateOverrides>> runtimeOverrides(
            KeyValueBytesStoreSupplier supplier) {
        return Stores.keyValueStoreBuilder(
                        supplier,
                        Serdes.String(),
                        SingleObjectSerde.of(GateOverrides.class, GateOverrides.getDecoder()))
                .withLoggingEnabled(Map.of())
                // Overrides are read back before the bot is told of them: from the store, not from a cache before it.
                .withCachingDisabled();
    }

    public static StoreBuilder<KeyValueStore<String, GateRunState>> runRecord(StoreKind kind) {
        return Stores.keyValueStoreBuilder(kind.supplier(RUN_RECORD), Serdes.String(), runRecordSerde())
                .withLoggingEnabled(Map.of())
                // A run that is replayed moves many times between two commits: RocksDB and the changelog see the last.
                .withCachingEnabled();
    }

    static Serde<GateRunState> runRecordSerde() {
        return SingleObjectSerde.of(
                GateRunState.class, GateRunState.createDecoder(EarlierSchemas.of("GateRunState-0.1.0.avsc")));
    }
}
