package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.access.Certificate;
import io.soakstream.deploy.access.SecuredCluster;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person is told where client and broker do not trust each other. */
class RefusedClientIT {
    private static final String USER = SecuredCluster.user("ci");
    private static final String PREFIX = "refused.";

    @TempDir
    private Path directory;

    private final SecuredCluster cluster = SecuredCluster.get();

    @BeforeAll
    static void addUsers() {
        SecuredCluster.get().addUsers(new Topics(PREFIX));
    }

    @Test
    void shouldSayThatThePasswordIsWrongAndNotWhich() {
        // Given
        Path config = cluster.commandConfig(USER, "another-password-0815", cluster.trusted());

        // When
        Cli.Ended ended = verdicts(config, cluster.broker().bootstrapServers());

        // Then
        assertRefused(ended, "Authentication failed", "invalid credentials");
    }

    @Test
    void shouldSayThatTheCertificateIsNotTrusted() {
        // Given
        Certificate another = Certificate.selfSigned(directory, "another");
        Path config = cluster.commandConfig(USER, SecuredCluster.PASSWORD, another.trusted());

        // When
        Cli.Ended ended = verdicts(config, cluster.broker().bootstrapServers());

        // Then
        assertRefused(ended, "no connection to the Kafka broker at 127.0.0.1:", "certification path");
    }

    @Test
    void shouldSayThatTheBrokerIsCalledOtherwiseInItsCertificate() {
        // Given
        Path config = cluster.commandConfig(USER, SecuredCluster.PASSWORD, cluster.trusted());

        // When
        Cli.Ended ended = verdicts(config, cluster.broker().byAnotherName());

        // Then
        assertRefused(ended, "no connection to the Kafka broker at localhost:", "localhost");
    }

    @Test
    void shouldSayThatTheFileOfTrustIsNotThere() {
        // Given
        Path nowhere = directory.resolve("nowhere.pem");

        // When
        Cli.Ended ended = verdicts(
                cluster.commandConfig(USER, SecuredCluster.PASSWORD, nowhere),
                cluster.broker().bootstrapServers());

        // Then
        assertThat(ended.exitCode()).isEqualTo(ExitCode.USAGE);
        assertSaysOneLine(ended, "the Kafka client cannot be made", nowhere.toString());
    }

    @Test
    void shouldSayThatTheBrokerMayWantMoreThanItIsGiven() throws IOException {
        // Given
        Path plain = Files.writeString(
                directory.resolve("plain.properties"), "default.api.timeout.ms=2000\nrequest.timeout.ms=2000\n");

        // When
        Cli.Ended ended = verdicts(plain, cluster.broker().bootstrapServers());

        // Then
        assertRefused(ended, "no Kafka broker answers at", "--command-config");
    }

    private Cli.Ended verdicts(Path config, String bootstrapServers) {
        List<String> words = new ArrayList<>(List.of("verdicts"));
        words.addAll(cluster.flags(config, bootstrapServers, PREFIX));
        return Cli.run(words.toArray(String[]::new));
    }

    private static void assertRefused(Cli.Ended ended, String... texts) {
        assertThat(ended.exitCode()).isEqualTo(ExitCode.UNAVAILABLE);
        assertSaysOneLine(ended, texts);
    }

    private static void assertSaysOneLine(Cli.Ended ended, String... texts) {
        assertThat(ended.err().lines())
                .singleElement()
                .asString()
                .contains(texts)
                .doesNotContain(SecuredCluster.PASSWORD)
                .doesNotContain("another-password-0815")
                .doesNotContain("ScramLoginModule");
    }
}
