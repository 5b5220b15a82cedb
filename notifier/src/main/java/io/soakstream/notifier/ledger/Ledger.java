package io.soakstream.notifier.ledger;

/** Where one partition's messages are written down, by whoever owns it. */
public interface Ledger extends AutoCloseable {
    /**
     * Returns when it is written.
     *
     * @throws io.soakstream.notifier.delivery.LostPartitionException it was not, and nothing will be any more: the
     *     partition has to be taken over anew
     */
    void write(LedgerBatch batch);

    /** Whether nothing can be written any more. */
    boolean isBroken();

    /** Writes what waits; then the partition is free. */
    @Override
    void close();
}
