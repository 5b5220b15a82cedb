package io.soakstream.deploy.access;

import static org.awaitility.Awaitility.await;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.deploy.local.SecuredBroker;
import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.AccessRule;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclBinding;

/** A broker with TLS, SCRAM and access lists, one for all tests of a JVM, and the shared registry. */
public final class SecuredCluster {
    /** Must never be printed by anything. */
    public static final String PASSWORD = "a-password-of-the-test-4711";

    private static final int ITERATIONS = 4096;
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(10);
    private static SecuredCluster cluster;

    private final Path directory;
    private final Certificate certificate;
    private final SecuredBroker broker;
    private final Admin admin;

    private SecuredCluster(Path directory, Certificate certificate, SecuredBroker broker) {
        this.directory = directory;
        this.certificate = certificate;
        this.broker = broker;
        this.admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, broker.administrators()));
    }

    public static synchronized SecuredCluster get() {
        if (cluster == null) {
            cluster = start();
            Runtime.getRuntime().addShutdownHook(new Thread(cluster::close, "secured-cluster-close"));
        }
        return cluster;
    }

    private static SecuredCluster start() {
        try {
            Path directory = Files.createTempDirectory("soak-secured-");
            Certificate certificate = Certificate.selfSigned(directory, "broker");
            return new SecuredCluster(
                    directory,
                    certificate,
                    SecuredBroker.start(directory.resolve("broker"), certificate.store(), Certificate.PASSWORD));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public SecuredBroker broker() {
        return broker;
    }

    /** Of somebody who may do anything. */
    public Admin admin() {
        return admin;
    }

    /** What clients trust the broker by. */
    public Path trusted() {
        return certificate.trusted();
    }

    /** The flags of a connection by which a user comes, on topics of this prefix. */
    public List<String> flags(String user, String topicPrefix) {
        return flags(commandConfig(user, PASSWORD, trusted()), broker.bootstrapServers(), topicPrefix);
    }

    /** The same by another file or address. */
    public List<String> flags(Path commandConfig, String bootstrapServers, String topicPrefix) {
        return List.of(
                "--bootstrap-servers=" + bootstrapServers,
                "--schema-registry=" + SharedCluster.get().registryUrl(),
                "--topic-prefix=" + topicPrefix,
                "--command-config=" + commandConfig);
    }

    /** The properties of a client, in a file; one of them is longer than a command waits for a broker. */
    public Path commandConfig(String user, String password, Path trusted) {
        String properties = """
                security.protocol=SASL_SSL
                sasl.mechanism=SCRAM-SHA-512
                sasl.jaas.config=org.apache.kafka.common.security.scram.ScramLoginModule required username="%s" \
                password="%s";
                ssl.truststore.type=PEM
                ssl.truststore.location=%s
                request.timeout.ms=30000
                """.formatted(user, password, trusted);
        try {
            return Files.writeString(Files.createTempFile(directory, user, ".properties"), properties);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Makes the users of the apps, with their rights on topics of these prefixes. */
    public void addUsers(Topics... topics) {
        Map<String, List<AccessRule>> rights = new TreeMap<>();
        Arrays.stream(topics)
                .flatMap(each -> new AccessCatalogue(each).all().stream())
                .forEach(access -> rights.computeIfAbsent(user(access.app()), user -> new ArrayList<>())
                        .addAll(access.rules()));
        List<AclBinding> bindings = rights.entrySet().stream()
                .flatMap(user -> user.getValue().stream().map(rule -> binding(user.getKey(), rule)))
                .toList();
        done(admin.createAcls(bindings).all());
        done(admin.alterUserScramCredentials(rights.keySet().stream()
                        .map(SecuredCluster::credentials)
                        .toList())
                .all());
        // The controller writes it down in order: the last of it is the last that the broker hears of.
        await("the users").atMost(KNOWN_WITHIN).pollInterval(POLL).until(() -> done(admin.describeUserScramCredentials()
                        .all())
                .keySet()
                .containsAll(rights.keySet()));
    }

    private static UserScramCredentialAlteration credentials(String user) {
        return new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), PASSWORD);
    }

    /** The user of an app. */
    public static String user(String app) {
        return "soak-" + app;
    }

    public void allow(String user, AccessRule rule) {
        done(admin.createAcls(List.of(binding(user, rule))).all());
        awaitKnown(user, rule, true);
    }

    public void takeAway(String user, AccessRule rule) {
        done(admin.deleteAcls(List.of(binding(user, rule).toFilter())).all());
        awaitKnown(user, rule, false);
    }

    /** Deletes those of the topics that there are. */
    public void drop(List<String> topics) {
        Set<String> there = done(admin.listTopics().names());
        done(admin.deleteTopics(topics.stream().filter(there::contains).toList())
                .all());
        await("topics gone").atMost(KNOWN_WITHIN).until(() -> topics.stream()
                .noneMatch(done(admin.listTopics().names())::contains));
    }

    /** The controller has written it before every broker goes by it. */
    private void awaitKnown(String user, AccessRule rule, boolean given) {
        await(rule + (given ? " given" : " taken away"))
                .atMost(KNOWN_WITHIN)
                .pollInterval(POLL)
                .until(() ->
                        done(admin.describeAcls(binding(user, rule).toFilter()).values())
                                        .isEmpty()
                                != given);
    }

    private static AclBinding binding(String user, AccessRule rule) {
        return rule.binding("User:" + user);
    }

    private static <T> T done(KafkaFuture<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().join();
        } catch (CompletionException failed) {
            throw new IllegalStateException(failed.getCause());
        }
    }

    private void close() {
        admin.close();
        broker.close();
    }
}
