package io.soakstream.deploy.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.kubernetes.StrimziResources;
import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.AppAccess;
import io.soakstream.schemas.topic.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Holds the manifests that are made from something else against it. After a change of a catalogue or of the alerts, run it
 * with {@code -Dgolden.update=true}.
 */
class GeneratedManifestsTest {
    private static final Path ALERTS = Path.of("prometheus/soak-alerts.yml");
    private static final StrimziResources RESOURCES = new StrimziResources(Topics.standard(), "soak", 3);

    @Test
    void shouldMakeAResourceOfEveryTopic() throws IOException {
        // When
        String topics = "# Made from the topic catalogue: \"soak topics kubernetes\".\n" + RESOURCES.topics();

        // Then
        assertSame(topics, KubernetesFiles.STRIMZI.resolve("topics.yaml"));
    }

    @Test
    void shouldMakeAUserOfEveryApp() throws IOException {
        // When
        String users = "# Made from the access catalogue: \"soak topics kubernetes\".\n" + RESOURCES.users();

        // Then
        assertSame(users, KubernetesFiles.STRIMZI.resolve("users.yaml"));
    }

    @Test
    void shouldGiveAUserEachOfItsRightsAndNoOther() {
        // Given
        List<AppAccess> apps = new AccessCatalogue(Topics.standard()).all();

        // When
        List<Tree> users = Tree.documents(RESOURCES.users());

        // Then
        assertThat(users).hasSameSizeAs(apps);
        for (int index = 0; index < apps.size(); index++) {
            int rights = users.get(index).list("spec", "authorization", "acls").stream()
                    .mapToInt(acl -> acl.texts("operations").size())
                    .sum();
            assertThat(users.get(index).text("metadata", "name"))
                    .isEqualTo("soak-" + apps.get(index).app());
            assertThat(rights).isEqualTo(apps.get(index).rules().size());
        }
    }

    @Test
    void shouldKeepPipelinesOfOneClusterApart() {
        // When
        String other = new StrimziResources(new Topics("Team_A."), "soak", 3).topics();

        // Then
        assertThat(other).contains("name: team-a.events.v1", "topicName: Team_A.events.v1");
    }

    @Test
    void shouldGiveThePrometheusOperatorTheSameAlerts() throws IOException {
        // Given
        String head = """
                # Made from deploy/prometheus/soak-alerts.yml, which has the unit tests.
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                metadata:
                  name: soakstream
                spec:
                """;

        // When
        String rules = head
                + Files.readAllLines(ALERTS).stream()
                        .map(line -> line.isEmpty() ? line : "  " + line)
                        .collect(Collectors.joining("\n", "", "\n"));

        // Then
        assertSame(rules, KubernetesFiles.MONITORING.resolve("prometheus-rules.yaml"));
        assertThat(Tree.documents(rules).get(0).map("spec"))
                .isEqualTo(Tree.read(ALERTS).map());
    }

    private static void assertSame(String made, Path file) throws IOException {
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(file, made);
        }
        assertThat(made).as(file.toString()).isEqualTo(Files.readString(file));
    }
}
