package io.soakstream.tuner.query;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.runtime.KeyHolders;
import io.soakstream.schemas.runtime.StoreRead;
import io.soakstream.schemas.runtime.StoreReads;
import io.soakstream.tuner.state.GuardMemoryMapper;
import io.soakstream.tuner.state.RunStateMapper;
import io.soakstream.tuner.state.TunerGuardState;
import io.soakstream.tuner.state.TunerRunState;
import io.soakstream.tuner.state.TunerStores;
import java.util.Optional;

/** Asks the stores of a running tuner. For several threads. */
public final class TunerQuery {
    private final StoreReads stores;
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();

    public TunerQuery(StoreReads stores) {
        this.stores = stores;
    }

    /**
     * Which instances hold a run.
     *
     * @throws io.soakstream.schemas.runtime.StoreUnavailableException it is not known now
     */
    public KeyHolders holders(String key) {
        return stores.holders(TunerStores.RUN_STATE, key);
    }

    /**
     * A run as this instance knows it; empty: no such run is known.
     *
     * @param orStale a copy will do
     * @throws io.soakstream.schemas.runtime.StoreUnavailableException the run is not this instance's, or not yet
     */
    public Optional<TunerRun> run(String key, boolean orStale) {
        StoreRead<TunerRunState> state = stores.read(TunerStores.RUN_STATE, key, orStale);
        StoreRead<TunerGuardState> guards = stores.read(TunerStores.GUARD_DEBOUNCE, key, orStale);
        // A mapper of its own: one is not for several threads.
        return state.value()
                .map(stored -> new TunerRun(
                        key,
                        new RunStateMapper(catalogue).fromStore(stored),
                        guards.value().map(GuardMemoryMapper::fromStore),
                        state.stale() || guards.stale()));
    }
}
