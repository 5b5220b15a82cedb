package io.soakstream.notifier.ledger;

import io.soakstream.notifier.delivery.Pending;
import io.soakstream.notifier.domain.Event;
import io.soakstream.notifier.domain.Notice;
import io.soakstream.notifier.domain.Planned;
import io.soakstream.notifier.domain.RunState;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.NotificationState;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Makes the records of the ledger. */
public final class LedgerRecords {
    private final InstantSource clock;

    public LedgerRecords(InstantSource clock) {
        this.clock = clock;
    }

    /** It is to be sent, or is being sent: whoever takes over finds all that it takes. */
    public LedgerRecord intent(Pending pending) {
        NotificationRecord record = of(pending, NotificationState.INTENT);
        record.setContent(NoticeJson.write(pending.notice()));
        return message(record);
    }

    /** Nobody knows whether it was delivered; it is still to be. */
    public LedgerRecord unknown(Pending pending, String reason) {
        NotificationRecord record = of(pending, NotificationState.UNKNOWN_OUTCOME);
        record.setContent(NoticeJson.write(pending.notice()));
        record.setReason(reason);
        return message(record);
    }

    /**
     * It is delivered.
     *
     * @param reference the platform's reference to it
     * @param thread the platform's reference to the living message of its run
     */
    public LedgerRecord sent(Pending pending, Optional<String> reference, Optional<String> thread) {
        NotificationRecord record = of(pending, NotificationState.SENT);
        record.setMessageReference(reference.orElse(null));
        record.setThreadReference(thread.orElse(null));
        return message(record);
    }

    public LedgerRecord failed(Pending pending, String reason) {
        NotificationRecord record = of(pending, NotificationState.FAILED);
        record.setReason(reason);
        return message(record);
    }

    /** It is not sent, for the reason that is given. */
    public LedgerRecord skipped(Pending pending, String reason) {
        NotificationRecord record = of(pending, NotificationState.SKIPPED);
        record.setReason(reason);
        return message(record);
    }

    /** It was never to be sent. */
    public LedgerRecord skipped(Planned planned, long appendedAtMs) {
        NotificationRecord record = of(planned.notice(), planned.receiver(), NotificationState.SKIPPED);
        record.setSilent(planned.silent());
        record.setSourceAppendedAtMs(appendedAtMs);
        record.setReason(planned.skipped().orElseThrow().word());
        return message(record);
    }

    /** What is known of a run; empty: nothing any more. */
    public LedgerRecord runState(String runKey, Optional<RunState> state) {
        LedgerKey key = LedgerKey.ofRun(runKey);
        return state.map(known -> {
                    NotificationRecord record = blank();
                    int colon = runKey.indexOf(':');
                    record.setBot(runKey.substring(0, colon));
                    record.setRun(runKey.substring(colon + 1));
                    record.setRunState(NoticeJson.write(known));
                    return new LedgerRecord(key.text(), Optional.of(record));
                })
                .orElseGet(() -> new LedgerRecord(key.text(), Optional.empty()));
    }

    private static LedgerRecord message(NotificationRecord record) {
        LedgerKey key =
                LedgerKey.ofMessage(record.getBot() + ":" + record.getRun(), record.getChannel(), record.getId());
        return new LedgerRecord(key.text(), Optional.of(record));
    }

    private NotificationRecord of(Pending pending, NotificationState state) {
        NotificationRecord record = of(pending.notice(), pending.receiver(), state);
        record.setAttempts(pending.attempts());
        record.setPossibleRepeat(pending.unsure());
        record.setSilent(pending.silent());
        record.setSourceAppendedAtMs(pending.appendedAtMs());
        return record;
    }

    private NotificationRecord of(Notice notice, String receiver, NotificationState state) {
        NotificationRecord record = blank();
        record.setId(notice.id());
        record.setBot(notice.bot());
        record.setRun(notice.run());
        record.setChannel(receiver);
        record.setState(state);
        record.setVerdictId(notice.policy().isPresent() ? notice.source() : null);
        record.setFingerprint(notice.fingerprint());
        record.setEvents(notice.events().stream().map(Event::word).toList());
        record.setSeverity(notice.severity().word());
        record.setPolicy(notice.policy().orElse(null));
        record.setIteration(notice.iteration().orElse(null));
        return record;
    }

    /** Avro's own defaults stand in its builder, which works only for classes that somebody has vouched for. */
    private NotificationRecord blank() {
        NotificationRecord record = new NotificationRecord();
        record.setId("");
        record.setBot("");
        record.setRun("");
        record.setChannel("");
        record.setState(NotificationState.UNKNOWN);
        record.setEvents(List.of());
        record.setRecordedAtMs(clock.millis());
        return record;
    }
}
