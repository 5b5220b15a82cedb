package io.soakstream.gate.state;

import io.soakstream.gate.domain.proof.Ledger;
import java.util.Optional;
import org.apache.kafka.streams.state.KeyValueStore;

/** The ledgers of all runs of a task, in their store. Not for several threads. */
public final class LedgerStore {
    private final KeyValueStore<String, GateOverrides> store;
    private final LedgerMapper ledgers;

    public LedgerStore(KeyValueStore<String, GateOverrides> store, LedgerMapper ledgers) {
        this.store = store;
        this.ledgers = ledgers;
    }

    /** Of a run that is not known, an empty one. */
    public Ledger get(String run) {
        return Optional.ofNullable(store.get(run)).map(ledgers::fromStore).orElseGet(Ledger::empty);
    }

    public void put(String run, Ledger ledger) {
        store.put(run, ledgers.toStore(ledger));
    }

    public void delete(String run) {
        store.delete(run);
    }

    /** State hash of the values that the store gives back, or what is wrong with them. */
    public String readBack(String run) {
        try {
            return ledgers.hashOf(store.get(run)).orElse("nothing");
        } catch (IllegalArgumentException illegal) {
            return illegal.getMessage();
        }
    }
}
