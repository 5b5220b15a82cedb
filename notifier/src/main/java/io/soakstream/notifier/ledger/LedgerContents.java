package io.soakstream.notifier.ledger;

import io.soakstream.notifier.domain.RunState;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.NotificationState;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a partition of the ledger says: the latest entry of each key, in the order of the log. */
public final class LedgerContents {
    private final Map<String, NotificationRecord> latest = new LinkedHashMap<>();

    /** @param value {@code null}: the key is forgotten */
    void put(String key, NotificationRecord value) {
        latest.remove(key);
        if (value != null) {
            latest.put(key, value);
        }
    }

    /** What is known of each run. */
    public Map<String, RunState> runStates() {
        Map<String, RunState> states = new LinkedHashMap<>();
        latest.forEach((key, record) -> {
            if (new LedgerKey(key).isOfRun() && record.getRunState() != null) {
                states.put(key, NoticeJson.runState(record.getRunState()));
            }
        });
        return states;
    }

    /** What is not done with, the oldest first. */
    public List<NotificationRecord> open() {
        List<NotificationRecord> open = new ArrayList<>();
        latest.values().stream()
                .filter(record -> record.getContent() != null)
                .filter(record -> record.getState() == NotificationState.INTENT
                        || record.getState() == NotificationState.UNKNOWN_OUTCOME)
                .forEach(open::add);
        return open;
    }

    /** What was or is to be sent, by run key: what was skipped has not been. */
    public Map<String, Set<MessageKey>> messages() {
        Map<String, Set<MessageKey>> messages = new LinkedHashMap<>();
        latest.forEach((key, record) -> {
            if (!new LedgerKey(key).isOfRun() && record.getState() != NotificationState.SKIPPED) {
                messages.computeIfAbsent(record.getBot() + ":" + record.getRun(), run -> new LinkedHashSet<>())
                        .add(new MessageKey(record.getChannel(), record.getId()));
            }
        });
        return messages;
    }

    /** Reference to the living message of each run, by run key and receiver. */
    public Map<ThreadKey, String> threads() {
        Map<ThreadKey, String> threads = new LinkedHashMap<>();
        latest.values().forEach(record -> Optional.ofNullable(record.getThreadReference())
                .ifPresent(reference -> threads.put(
                        new ThreadKey(record.getBot() + ":" + record.getRun(), record.getChannel()), reference)));
        return threads;
    }

    /** A message at a receiver. */
    public record MessageKey(String receiver, String id) {}

    /** A run at a receiver. */
    public record ThreadKey(String runKey, String receiver) {}
}
