package io.soakstream.notifier.app;

import io.soakstream.notifier.delivery.LostPartitionException;
import io.soakstream.notifier.delivery.Owner;
import io.soakstream.notifier.delivery.Pending;
import io.soakstream.notifier.domain.SkipReason;
import io.soakstream.notifier.ledger.DeadLetter;
import io.soakstream.notifier.ledger.Ledger;
import io.soakstream.notifier.ledger.LedgerBatch;
import io.soakstream.notifier.ledger.LedgerContents;
import io.soakstream.notifier.ledger.LedgerRecord;
import io.soakstream.notifier.ledger.NoticeJson;
import io.soakstream.schemas.contract.NotificationRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Answers for one partition, from its take-over to its handing on. */
final class PartitionDesk implements Owner, AutoCloseable {
    private final DeskParts parts;
    private final Ledger ledger;
    private final DeskState state;
    private final Map<TopicPartition, Long> ends;
    private volatile boolean caughtUp;

    /**
     * @param ends where the topics ended when the partition was taken over
     * @param begun where they are begun for the first time, of those that are
     */
    PartitionDesk(
            DeskParts parts,
            Ledger ledger,
            LedgerContents contents,
            Map<TopicPartition, Long> ends,
            Map<TopicPartition, OffsetAndMetadata> begun) {
        this.parts = parts;
        this.ledger = ledger;
        this.state = new DeskState(contents);
        this.ends = Map.copyOf(ends);
        resume(contents, begun);
    }

    /** What an earlier owner left: where it had begun, nobody knows whether it was delivered. */
    private void resume(LedgerContents contents, Map<TopicPartition, OffsetAndMetadata> begun) {
        List<LedgerRecord> entries = new ArrayList<>();
        List<Pending> resumed = new ArrayList<>();
        for (NotificationRecord record : contents.open()) {
            boolean unsure = record.getAttempts() > 0;
            Pending pending = new Pending(
                    record.getChannel(),
                    NoticeJson.notice(record.getContent()),
                    record.getSilent(),
                    record.getSourceAppendedAtMs(),
                    record.getAttempts(),
                    unsure,
                    0,
                    0,
                    this);
            if (!parts.deliveries().names().contains(pending.receiver())) {
                entries.add(parts.records().skipped(pending, SkipReason.UNKNOWN_RECEIVER.word()));
                continue;
            }
            if (unsure) {
                entries.add(parts.records().unknown(pending, "an earlier owner had begun to send it"));
            }
            resumed.add(pending);
        }
        if (!entries.isEmpty() || !begun.isEmpty()) {
            ledger.write(new LedgerBatch(entries, List.of(), begun));
        }
        resumed.forEach(parts.deliveries()::add);
    }

    /**
     * Looks at records and answers for them: when this returns they are in the ledger, and their offsets with it.
     *
     * @throws LostPartitionException the partition is another's
     */
    void accept(List<Received> records, Map<TopicPartition, OffsetAndMetadata> offsets) {
        DeskBatch batch = new DeskBatch(parts, state, this);
        records.forEach(batch::add);
        ledger.write(batch.entries(offsets));
        batch.apply();
    }

    /** @param positions up to where the topics have been read */
    void reached(Map<TopicPartition, Long> positions) {
        caughtUp = ends.entrySet().stream().allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
    }

    Optional<LostPartitionException> broken() {
        return ledger.broken();
    }

    @Override
    public boolean isCaughtUp() {
        return caughtUp;
    }

    @Override
    public Optional<String> thread(String runKey, String receiver) {
        return state.thread(runKey, receiver);
    }

    @Override
    public void attempting(Pending pending) {
        write(parts.records().intent(pending));
    }

    @Override
    public void sent(Pending pending, Optional<String> reference) {
        Optional<String> thread = reference.map(known -> state.threadOr(pending.runKey(), pending.receiver(), known));
        write(parts.records().sent(pending, reference, thread));
    }

    @Override
    public void unsure(Pending pending, String reason) {
        write(parts.records().unknown(pending, reason));
    }

    @Override
    public Optional<Pending> failed(Pending pending, String reason, Optional<String> fallback) {
        LedgerRecord failed = parts.records().failed(pending, reason);
        List<LedgerRecord> entries = new ArrayList<>(List.of(failed));
        // A receiver with a route of its own is told of it anyway.
        Optional<Pending> diverted = fallback.map(receiver ->
                        Pending.fresh(receiver, pending.notice(), pending.silent(), pending.appendedAtMs(), this))
                .filter(state::claim);
        diverted.ifPresent(other -> entries.add(parts.records().intent(other)));
        ledger.write(new LedgerBatch(entries, List.of(new DeadLetter(failed, reason)), Map.of()));
        return diverted;
    }

    @Override
    public void superseded(List<Pending> older, Pending newest) {
        List<LedgerRecord> entries = new ArrayList<>();
        String reason = SkipReason.SUPERSEDED.word() + ":" + newest.notice().id();
        older.forEach(one -> entries.add(parts.records().skipped(one, reason)));
        entries.add(parts.records().intent(newest));
        ledger.write(LedgerBatch.of(entries));
    }

    private void write(LedgerRecord entry) {
        ledger.write(LedgerBatch.of(List.of(entry)));
    }

    /** Lets what is on its way land; after this nothing is sent for the partition here. */
    @Override
    public void close() throws InterruptedException {
        parts.deliveries().release(this);
        ledger.close();
    }
}
