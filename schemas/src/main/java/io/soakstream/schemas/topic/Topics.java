package io.soakstream.schemas.topic;

import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The topic catalogue: every topic, once. Names are full names under one prefix, {@code soak.} by default.
 *
 * @param prefix put before every name; keeps pipelines on one cluster apart
 */
public record Topics(String prefix) {
    public static final String DEFAULT_PREFIX = "soak.";
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int PARTITIONS = 4;
    private static final Duration LONG = Duration.ofDays(400);

    /** @throws IllegalArgumentException the prefix is empty or cannot begin the name of a topic */
    public Topics {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("topic prefix '" + prefix + "' must match " + PREFIX);
        }
    }

    public static Topics standard() {
        return new Topics(DEFAULT_PREFIX);
    }

    /** The only input of truth; one total order per run. */
    public Topic<SoakEvent> events() {
        return topic("events.v1", SoakEvent.class, Cleanup.DELETE, null, "soak-producer", "what happened in a run");
    }

    public Topic<TuningDecision> decisions() {
        return topic(
                "decisions.v1", TuningDecision.class, Cleanup.DELETE, LONG, "tuner-stream", "one per accepted event");
    }

    public Topic<RuntimeOverrides> overrides() {
        return topic(
                "overrides.v1",
                RuntimeOverrides.class,
                Cleanup.COMPACT,
                null,
                "gate-stream",
                "what the bot must run with");
    }

    public Topic<DeltaApplication> applications() {
        return topic(
                "applications.v1",
                DeltaApplication.class,
                Cleanup.DELETE,
                LONG,
                "gate-stream",
                "what became of a decision");
    }

    public Topic<Verdict> verdicts() {
        return topic("verdicts.v1", Verdict.class, Cleanup.DELETE, LONG, "gate-stream", "one per iteration and policy");
    }

    public Topic<NotificationRecord> notifications() {
        return topic(
                "notifications.v1",
                NotificationRecord.class,
                Cleanup.COMPACT_DELETE,
                LONG,
                "notifier",
                "what was sent, skipped or failed, and why");
    }

    /** Source bytes that could not be decoded or processed, with {@code __streams.errors.*} and {@code soak.error.code}. */
    public Topic<byte[]> deadLetters() {
        return topic(
                "dead-letters.v1", byte[].class, Cleanup.DELETE, LONG, "every reader", "what could not be processed");
    }

    /**
     * The id of an app that works on these topics: its consumer group and the prefix of its internal topics. Another
     * prefix is another pipeline, which must not share them.
     */
    public String applicationId(String app) {
        return prefix.equals(DEFAULT_PREFIX) ? app : prefix + app;
    }

    /** All topics, in the order of the data flow. */
    public List<Topic<?>> all() {
        return List.of(events(), decisions(), overrides(), applications(), verdicts(), notifications(), deadLetters());
    }

    private <V> Topic<V> topic(
            String name, Class<V> type, Cleanup cleanup, Duration retention, String owner, String doc) {
        int limit = type == SoakEvent.class ? Topic.EVENT_LIMIT_BYTES : Topic.CLIENT_LIMIT_BYTES;
        return new Topic<>(prefix + name, type, PARTITIONS, cleanup, retention, limit, owner, doc);
    }
}
