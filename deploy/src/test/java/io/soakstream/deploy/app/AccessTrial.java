package io.soakstream.deploy.app;

import io.soakstream.deploy.access.SecuredCluster;
import io.soakstream.gate.report.release.ReleaseInput;
import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.AppAccess;
import io.soakstream.schemas.topic.TopicProvisioner;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;

/** Takes rights away, one at a time, and runs what needs them. */
final class AccessTrial {
    /** Where everything is there that apps have made, and where it is not: each right to make something is needed there. */
    static final Topics USED = new Topics("used.");

    private static final Topics NEW = new Topics("new.");
    private static final Topics EMPTY = new Topics("empty.");
    private static final String RUN = "mm:nobody";
    private static final String VALUES =
            "{\"min_interval_ms\": 75, \"replace_rate_per_min\": 250, \"tail_age_ms\": 740,"
                    + " \"concurrency_limit\": 10, \"base_spread_bps_delta\": 0.15, \"base_spread_bps\": 0.12,"
                    + " \"impact_cap_ratio\": 0.08, \"max_delta_ratio\": 0.15}";

    private final SecuredCluster cluster = SecuredCluster.get();
    private final Path directory;

    /** @param directory for keys, state and policies */
    AccessTrial(Path directory) throws IOException {
        this.directory = directory;
        Cli.run("control", "keygen", "--out", directory.toString(), "--key-id", "trial");
        Files.writeString(directory.resolve(ReleaseInput.OVERRIDES_FILE), VALUES);
        Files.writeString(
                directory.resolve("rollback.yaml"),
                Files.readString(Path.of("policies/rollback.yaml")).replace("hooks: {}", hooks()));
        TopicProvisioner topics = new TopicProvisioner(TopicProvisioner.BROKER_DEFAULT);
        topics.apply(cluster.admin(), USED);
        topics.apply(cluster.admin(), NEW);
        makeChangelogs();
        cluster.addUsers(USED, NEW, EMPTY);
    }

    private static String hooks() {
        String hook = "{exec: [\"true\"]}";
        return "hooks: {scale_strategy: " + hook + ", circuit_state: " + hook + ", freeze_orders: " + hook
                + ", notify: " + hook + "}";
    }

    private void makeChangelogs() {
        cluster.admin()
                .createTopics(changelogs(USED).stream()
                        .map(name -> new NewTopic(name, USED.events().partitions(), (short) 1))
                        .toList());
    }

    /** Where a right to make a changelog is tried, none is there again. */
    void dropChangelogs() {
        cluster.drop(changelogs(NEW));
    }

    private static List<String> changelogs(Topics topics) {
        return new AccessCatalogue(topics)
                .all().stream()
                        .flatMap(access -> access.rules().stream())
                        .filter(rule -> rule.operation() == AclOperation.CREATE)
                        .map(AccessRule::name)
                        .filter(name -> name.endsWith("-changelog"))
                        .toList();
    }

    /**
     * A right of an app.
     *
     * @param app its name
     * @param number which of its rights, from 0
     * @param rule the right
     */
    record Right(String app, int number, AccessRule rule) {
        @Override
        public String toString() {
            return app + ": " + rule;
        }
    }

    /** Every right that there is. */
    static Stream<Right> all() {
        return new AccessCatalogue(USED).all().stream().flatMap(access -> rights(access.app()).stream());
    }

    /** Of each app the first right of each operation on each kind of resource. */
    static Stream<Right> sample() {
        return new AccessCatalogue(USED).all().stream().flatMap(access -> {
            Map<String, Right> first = new LinkedHashMap<>();
            rights(access.app())
                    .forEach(right -> first.putIfAbsent(
                            right.rule().operation() + " on " + right.rule().type(), right));
            return first.values().stream();
        });
    }

    private static List<Right> rights(String app) {
        List<Right> rights = new ArrayList<>();
        access(app, USED).rules().forEach(rule -> rights.add(right(app, rights.size())));
        return rights;
    }

    private static Right right(String app, int number) {
        AccessRule rule = access(app, USED).rules().get(number);
        boolean makes = rule.operation() == AclOperation.CREATE;
        Topics where = makes ? app.equals("topics") ? EMPTY : NEW : USED;
        return new Right(app, number, access(app, where).rules().get(number));
    }

    private static AppAccess access(String app, Topics topics) {
        return new AccessCatalogue(topics)
                .all().stream()
                        .filter(access -> access.app().equals(app))
                        .findFirst()
                        .orElseThrow();
    }

    /** What the app does without the right. */
    <T> T without(Right right, Function<List<String>, T> use) {
        cluster.takeAway(SecuredCluster.user(right.app()), right.rule());
        try {
            return use.apply(cluster.flags(
                    SecuredCluster.user(right.app()), topics(right).prefix()));
        } finally {
            cluster.allow(SecuredCluster.user(right.app()), right.rule());
        }
    }

    /** The topics that the right is about. */
    static Topics topics(Right right) {
        if (right.rule().type() == ResourceType.CLUSTER) {
            return NEW;
        }
        return Stream.of(USED, NEW, EMPTY)
                .filter(topics -> right.rule().name().startsWith(topics.prefix()))
                .findFirst()
                .orElseThrow();
    }

    /** Begins the app's work, which a missing right must end at once. */
    Cli.Ended begin(Right right, List<String> flags) {
        List<String> words = new ArrayList<>(command(right));
        words.addAll(flags);
        return Cli.run(words.toArray(String[]::new));
    }

    private List<String> command(Right right) {
        return switch (right.app()) {
            case "topics" -> List.of("topics", "apply");
            case "producer" -> List.of("produce", "serve", "--port=0");
            case "simulator" -> List.of("produce", "simulate", "--iterations=1");
            case "rollback-watcher" -> watcher();
            case "operator" ->
                right.rule().type() == ResourceType.TRANSACTIONAL_ID
                                || right.rule().name().endsWith("dead-letters.v1")
                        ? List.of("dlq", "replay", "--all")
                        : List.of("control", "unfreeze", RUN, "--reason=trial", key(), "--key-id=trial");
            case "ci" ->
                right.rule().name().endsWith("notifications.v1")
                        ? List.of("notify", "history")
                        : List.of("gate", "--run=mm:latest", "--timeout=0", "--out=" + directory.resolve("reports"));
            default -> List.of("start", right.app(), "--state-dir=" + directory.resolve("state"));
        };
    }

    private List<String> watcher() {
        return List.of(
                "start",
                "rollback-watcher",
                "--live",
                "--port=0",
                "--policy=" + directory.resolve("rollback.yaml"),
                "--state-dir=" + directory.resolve("watcher"),
                "--values=" + directory.resolve(ReleaseInput.OVERRIDES_FILE),
                key(),
                "--key-id=trial");
    }

    private String key() {
        return "--key=" + directory.resolve("trial.private.pem");
    }
}
