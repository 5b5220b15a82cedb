package io.soakstream.schemas.topic;

import java.util.List;
import java.util.stream.Stream;

/**
 * The access catalogue: what each app may do on a cluster, once, and no more than it must. Each has a user of its own; who
 * runs several in one process gives its user the rights of each.
 *
 * @param topics names of the topics, and of the groups, stores and transactions that go by their prefix
 */
public record AccessCatalogue(Topics topics) {
    private static final String TUNER = "tuner-stream";
    private static final String GATE = "gate-stream";
    private static final String NOTIFIER = "notifier";
    private static final String REPLAY = "dlq-replay";

    /** All apps, in the order of the data flow. */
    public List<AppAccess> all() {
        return List.of(
                topicsCreator(),
                producer(),
                simulator(),
                tuner(),
                gate(),
                notifier(),
                dashboard(),
                rollbackWatcher(),
                operator(),
                reader());
    }

    /** Only at installation and upgrades, never while anything runs. */
    public AppAccess topicsCreator() {
        return new AccessRules().makes(topics.all()).of("topics", "soak topics apply, verify");
    }

    /** A bot, by whatever way. */
    public AppAccess producer() {
        return new AccessRules()
                .writes(topics.events())
                .reads(topics.overrides())
                .of("producer", "bots: the Java library, soak produce serve, sidecar, replay");
    }

    /** A bot that waits for each answer. */
    public AppAccess simulator() {
        return new AccessRules()
                .writes(topics.events())
                .reads(topics.overrides(), topics.applications())
                .of("simulator", "soak produce simulate");
    }

    public AppAccess tuner() {
        String id = topics.applicationId(TUNER);
        StreamIdentity stream = new StreamIdentity(id, topics.events(), "run-state");
        List<Topic<?>> used = List.of(topics.events(), topics.decisions(), topics.deadLetters());
        return new AccessRules()
                .reads(topics.events())
                .writes(topics.events(), topics.decisions(), topics.deadLetters())
                .joins(id)
                .writesInTransactions(id + "-")
                .keeps(List.of(stream.changelog(), stream.changelog("guard-debounce")))
                .checks(Stream.concat(names(used), Stream.of(stream.changelog()))
                        .toList())
                .checksDefaults()
                .of("tuner", "soak start tuner");
    }

    public AppAccess gate() {
        String id = topics.applicationId(GATE);
        StreamIdentity stream = new StreamIdentity(id, topics.decisions(), "run-record");
        List<Topic<?>> used = List.of(
                topics.decisions(), topics.overrides(), topics.applications(), topics.verdicts(), topics.deadLetters());
        return new AccessRules()
                .reads(topics.decisions())
                .writes(topics.overrides(), topics.applications(), topics.verdicts(), topics.deadLetters())
                .joins(id)
                .writesInTransactions(id + "-")
                .keeps(List.of(stream.changelog(), stream.changelog("runtime-overrides")))
                .checks(Stream.concat(names(used), Stream.of(stream.changelog()))
                        .toList())
                .checksDefaults()
                .of("gate", "soak start gate");
    }

    public AppAccess notifier() {
        String id = topics.applicationId(NOTIFIER);
        List<Topic<?>> used =
                List.of(topics.verdicts(), topics.applications(), topics.notifications(), topics.deadLetters());
        return new AccessRules()
                .reads(topics.verdicts(), topics.applications(), topics.notifications())
                .writes(topics.notifications(), topics.deadLetters())
                .joins(id)
                .writesInTransactions(id + "-")
                .checks(names(used).toList())
                .of("notifier", "soak start notifier");
    }

    /** It reads without a group of its own. To command, it needs the rights of {@link #rollbackWatcher()} too. */
    public AppAccess dashboard() {
        return new AccessRules()
                .reads(
                        topics.decisions(),
                        topics.overrides(),
                        topics.applications(),
                        topics.verdicts(),
                        topics.notifications())
                .sees(topics.events(), topics.deadLetters())
                .seesGroup(topics.applicationId(TUNER))
                .seesGroup(topics.applicationId(GATE))
                .seesGroup(topics.applicationId(NOTIFIER))
                .of("dashboard", "soak start dashboard; with --control-key the rights of rollback-watcher as well");
    }

    /** Signed commands, and their acknowledgements. */
    public AppAccess rollbackWatcher() {
        return new AccessRules()
                .writes(topics.events())
                .reads(topics.applications())
                .of("rollback-watcher", "soak start rollback-watcher");
    }

    /** A person on duty. */
    public AppAccess operator() {
        return new AccessRules()
                .writes(topics.events())
                .reads(topics.applications(), topics.deadLetters())
                .writesInTransaction(topics.applicationId(REPLAY))
                .of("operator", "soak control, soak dlq");
    }

    /** Reads everything and changes nothing. */
    public AppAccess reader() {
        return new AccessRules()
                .reads(topics.all().toArray(Topic<?>[]::new))
                .of("ci", "soak gate, report, record, verdicts, notify history on a run of the cluster");
    }

    private static Stream<String> names(List<Topic<?>> topics) {
        return topics.stream().map(Topic::name);
    }
}
