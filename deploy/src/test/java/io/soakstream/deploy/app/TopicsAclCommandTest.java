package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class TopicsAclCommandTest {

    @Test
    void shouldPrintTheCallsOfTheAppsThatAreAskedFor() {
        // When
        Cli.Ended ended = Cli.run(
                "topics", "acl", "--app", "rollback-watcher", "--app", "ci", "--principal", "User:CN={app}",
                "--topic-prefix", "eu.");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out().lines().filter(line -> line.startsWith("#")))
                .hasSize(2)
                .first()
                .isEqualTo("# rollback-watcher: soak start rollback-watcher");
        assertThat(ended.out())
                .contains("--allow-principal 'User:CN=rollback-watcher' --operation Write --topic eu.events.v1 "
                        + "--resource-pattern-type literal")
                .contains("'User:CN=ci' --operation Read --topic eu.verdicts.v1")
                .doesNotContain("tuner");
    }

    @Test
    void shouldPrintTheSameForPrograms() throws IOException {
        // When
        Cli.Ended ended = Cli.run("topics", "acl", "--json");

        // Then
        JsonNode apps = new ObjectMapper().readTree(ended.out());
        assertThat(apps.findValuesAsText("app"))
                .startsWith("topics", "producer")
                .contains("tuner", "gate", "notifier", "dashboard", "rollback-watcher", "operator", "ci");
        assertThat(apps.get(0).get("principal").asText()).isEqualTo("User:soak-topics");
    }

    @Test
    void shouldRefuseAnAppThatIsNone() {
        // When
        Cli.Ended ended = Cli.run("topics", "acl", "--app", "tunr");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).startsWith("soak: --app: 'tunr' is none of topics, producer");
    }
}
