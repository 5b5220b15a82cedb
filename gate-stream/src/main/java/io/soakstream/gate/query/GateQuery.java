package io.soakstream.gate.query;

import io.soakstream.gate.state.GateOverrides;
import io.soakstream.gate.state.GateRunState;
import io.soakstream.gate.state.GateStores;
import io.soakstream.gate.state.LedgerMapper;
import io.soakstream.gate.state.RunRecordMapper;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.KeyHolders;
import io.soakstream.schemas.runtime.StoreRead;
import io.soakstream.schemas.runtime.StoreReads;
import java.util.Optional;

/** Asks the stores of a running gate. For several threads. */
public final class GateQuery {
    private final StoreReads stores;
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();

    public GateQuery(StoreReads stores) {
        this.stores = stores;
    }

    /**
     * Which instances hold a run.
     *
     * @throws io.soakstream.schemas.runtime.StoreUnavailableException it is not known now
     */
    public KeyHolders holders(String key) {
        return stores.holders(GateStores.RUNTIME_OVERRIDES, key);
    }

    /**
     * A run as this instance knows it; empty: no such run is known, or it has ended.
     *
     * @param orStale a copy will do
     * @throws io.soakstream.schemas.runtime.StoreUnavailableException the run is not this instance's, or not yet
     */
    public Optional<GateRun> run(String key, boolean orStale) {
        StoreRead<GateOverrides> overrides = stores.read(GateStores.RUNTIME_OVERRIDES, key, orStale);
        StoreRead<GateRunState> record = stores.read(GateStores.RUN_RECORD, key, orStale);
        // A mapper of its own: one is not for several threads.
        return overrides
                .value()
                .map(stored -> new GateRun(
                        key,
                        new LedgerMapper(catalogue).fromStore(stored),
                        record.value().map(RunRecordMapper::fromStore),
                        overrides.stale() || record.stale()));
    }
}
