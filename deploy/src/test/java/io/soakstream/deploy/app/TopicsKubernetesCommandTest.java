package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsKubernetesCommandTest {
    @Test
    void shouldPrintTopicsAndUsersOfACluster() {
        // When
        Cli.Ended ended = Cli.run(
                "topics", "kubernetes", "--cluster", "mine", "--replication-factor", "2", "--topic-prefix", "desk.");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .startsWith("---\napiVersion: kafka.strimzi.io/v1beta2\nkind: KafkaTopic\n")
                .contains("topicName: desk.verdicts.v1", "strimzi.io/cluster: mine", "replicas: 2")
                .contains("kind: KafkaUser", "name: soak-tuner", "name: desk.tuner-stream")
                .doesNotContain("soak.events.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "--cluster, No_Name, is no name of a resource",
        "--replication-factor, 0, --replication-factor must be 1 or more: 0",
        "--topic-prefix, a/b, --topic-prefix:"
    })
    void shouldRefuseWhatCannotBe(String flag, String value, String message) {
        // When
        Cli.Ended ended = Cli.run("topics", "kubernetes", flag, value);

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains(message);
    }
}
