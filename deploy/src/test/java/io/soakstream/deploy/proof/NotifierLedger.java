package io.soakstream.deploy.proof;

import io.soakstream.notifier.app.HistoryLine;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.NotificationState;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.runtime.TopicFollower;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ledger as it grows: the latest word on every message. */
final class NotifierLedger implements AutoCloseable {
    private static final String SUPERSEDED = "superseded:";

    private final TopicFollower<NotificationRecord> follower;
    private final Map<String, NotificationRecord> latest = new LinkedHashMap<>();
    private final StringBuilder everything = new StringBuilder();

    NotifierLedger(KafkaAccess access) {
        this.follower = TopicFollower.fromBeginning(access, access.topics().notifications());
    }

    void readOn() {
        List<NotificationRecord> read;
        do {
            read = follower.poll(Duration.ofMillis(100));
            for (NotificationRecord record : read) {
                everything.append(record);
                if (HistoryLine.isMessage(record)) {
                    latest.put(key(record.getChannel(), record.getId()), record);
                }
            }
        } while (!read.isEmpty());
    }

    private static String key(String receiver, String id) {
        return receiver + "|" + id;
    }

    /** All that was ever written, as text. */
    String text() {
        return everything.toString();
    }

    /** Whether it has been delivered, or a later state of the run in its place has. */
    boolean isToldOf(String receiver, String id) {
        NotificationRecord record = latest.get(key(receiver, id));
        if (record == null) {
            return false;
        }
        if (record.getState() == NotificationState.SKIPPED && record.getReason().startsWith(SUPERSEDED)) {
            return isToldOf(receiver, record.getReason().substring(SUPERSEDED.length()));
        }
        return record.getState() == NotificationState.SENT;
    }

    Map<String, NotificationRecord> latest() {
        return Map.copyOf(latest);
    }

    @Override
    public void close() {
        follower.close();
    }
}
