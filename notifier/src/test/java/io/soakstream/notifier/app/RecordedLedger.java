package io.soakstream.notifier.app;

import io.soakstream.notifier.delivery.LostPartitionException;
import io.soakstream.notifier.ledger.Ledger;
import io.soakstream.notifier.ledger.LedgerBatch;
import io.soakstream.notifier.ledger.LedgerRecord;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A ledger in memory. */
final class RecordedLedger implements Ledger {
    final List<LedgerBatch> batches = new CopyOnWriteArrayList<>();

    @Override
    public void write(LedgerBatch batch) {
        batches.add(batch);
    }

    /** {@code <receiver> <state>} of every entry about a message. */
    List<String> messages() {
        return batches.stream()
                .flatMap(batch -> batch.records().stream())
                .map(LedgerRecord::value)
                .flatMap(value -> value.stream())
                .filter(record -> record.getRunState() == null)
                .map(record -> record.getChannel() + " " + record.getState())
                .toList();
    }

    @Override
    public Optional<LostPartitionException> broken() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // Nothing waits.
    }
}
