package io.soakstream.notifier.ledger;

import io.soakstream.notifier.delivery.LostPartitionException;
import java.util.Optional;

/** Where one partition's messages are written down, by whoever owns it. */
public interface Ledger extends AutoCloseable {
    /**
     * Returns when it is written.
     *
     * @throws LostPartitionException it was not, and nothing will be any more: the
     *     partition has to be taken over anew
     */
    void write(LedgerBatch batch);

    /** Why nothing can be written any more; empty: it can. */
    Optional<LostPartitionException> broken();

    /** Writes what waits; then the partition is free. */
    @Override
    void close();
}
