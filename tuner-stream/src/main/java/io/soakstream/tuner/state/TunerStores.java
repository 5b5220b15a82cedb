package io.soakstream.tuner.state;

import io.soakstream.schemas.runtime.StoreKind;
import io.soakstream.schemas.serde.SingleObjectSerde;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
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
 * <td>last-N window, remembered iterations and commands, overrides in force and their confirmation</td>
 * <td>about 3 KiB with a window of 8, 5 KiB more with 64 commands; a few bytes once the run has ended</td></tr>
 * <tr><td>{@code guard-debounce}</td><td>run key</td><td>{@link TunerGuardState}</td>
 * <td>debounced signals, freezes, cooldowns, what was applied while the guards' windows see it</td>
 * <td>about 1 KiB at 300 s an iteration, 30 KiB at most; nothing once the run has ended</td></tr>
 * </table>
 *
 * <p>In memory with a changelog: small enough to restore in seconds. Each is read and written once per event, by key,
 * {@code run-state} of a live run once more to learn its period; only when a task starts is {@code run-state} read through once, to learn which live runs to watch for silence.
 */
public final class TunerStores {
    public static final String RUN_STATE = "run-state";
    public static final String GUARD_DEBOUNCE = "guard-debounce";

    private TunerStores() {}

    public static StoreBuilder<KeyValueStore<String, TunerRunState>> runState(StoreKind kind) {
        return store(RUN_STATE, kind, SingleObjectSerde.of(TunerRunState.class, StateDecoder.ofRunState()));
    }

    public static StoreBuilder<KeyValueStore<String, TunerGuardState>> guardDebounce(StoreKind kind) {
        return store(GUARD_DEBOUNCE, kind, SingleObjectSerde.of(TunerGuardState.class, TunerGuardState.getDecoder()));
    }

    private static <V> StoreBuilder<KeyValueStore<String, V>> store(String name, StoreKind kind, Serde<V> values) {
        return Stores.keyValueStoreBuilder(kind.supplier(name), Serdes.String(), values)
                .withLoggingEnabled(Map.of())
                // A run that is replayed moves many times between two commits: RocksDB and the changelog see the last.
                .withCachingEnabled();
    }
}
