package io.soakstream.notifier.app;

import io.soakstream.schemas.contract.NotificationRecord;
import java.time.Instant;
import java.util.Locale;

/** An entry of the ledger in one line. */
public final class HistoryLine {
    private HistoryLine() {}

    /** Whether it is about a message, not about a run. */
    public static boolean isMessage(NotificationRecord record) {
        return record.getRunState() == null;
    }

    /** When, which run, to whom, what became of it, what it tells, and why it was not sent. */
    public static String render(NotificationRecord record) {
        String iteration = record.getIteration() == null ? "" : " #" + record.getIteration();
        String policy = record.getPolicy() == null ? "" : " " + record.getPolicy();
        String reason = record.getReason() == null ? "" : "  " + record.getReason();
        String repeat = record.getPossibleRepeat() ? "  possible repeat" : "";
        String reference = record.getMessageReference() == null ? "" : "  " + record.getMessageReference();
        return String.format(
                        Locale.ROOT,
                        "%s  %s:%s%s%s  %s  %-15s  %s%s%s%s",
                        Instant.ofEpochMilli(record.getRecordedAtMs()),
                        record.getBot(),
                        record.getRun(),
                        iteration,
                        policy,
                        record.getChannel(),
                        record.getState(),
                        String.join(",", record.getEvents()),
                        reason,
                        reference,
                        repeat)
                .replaceAll("\\p{Cntrl}", "?");
    }
}
