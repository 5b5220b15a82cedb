package io.soakstream.schemas.topic;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.topic.AccessRule.Need;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.Test;

/** Who may do what; that it is neither too little nor too much is shown on a broker. */
class AccessCatalogueTest {
    private final AccessCatalogue catalogue = new AccessCatalogue(Topics.standard());

    @Test
    void shouldGiveNoRightTwiceAndNoneOverEverything() {
        // When
        List<AppAccess> all = catalogue.all();

        // Then
        assertThat(all).extracting(AppAccess::app).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(access -> {
            assertThat(access.rules()).extracting(AccessRule::toString).doesNotHaveDuplicates();
            assertThat(access.rules()).noneMatch(rule -> rule.operation() == AclOperation.ALL);
            assertThat(access.rules()).noneMatch(rule -> rule.name().equals("*"));
        });
    }

    @Test
    void shouldLetOnlyTheTopicsUserMakeOrChangeTopicsOfTheCatalogue() {
        // Given
        Set<AclOperation> changing = Set.of(
                AclOperation.CREATE, AclOperation.DELETE, AclOperation.ALTER, AclOperation.ALTER_CONFIGS);
        List<String> names = Topics.standard().all().stream().<String>map(Topic::name).toList();

        // When
        Stream<AppAccess> changers = catalogue.all().stream()
                .filter(access -> access.rules().stream()
                        .anyMatch(rule -> changing.contains(rule.operation()) && names.contains(rule.name())));

        // Then
        assertThat(changers).extracting(AppAccess::app).containsExactly("topics");
    }

    @Test
    void shouldLetNobodyButTunerAndCommandersWriteBesideTheBots() {
        // When
        Stream<AppAccess> writers = catalogue.all().stream()
                .filter(access -> access.rules().stream()
                        .anyMatch(rule -> rule.operation() == AclOperation.WRITE
                                && rule.name().equals(Topics.standard().events().name())));

        // Then
        assertThat(writers)
                .extracting(AppAccess::app)
                .containsExactly("producer", "simulator", "tuner", "rollback-watcher", "operator");
    }

    @Test
    void shouldGoByThePrefixOfTheTopicsEverywhere() {
        // When
        List<AppAccess> all = new AccessCatalogue(new Topics("team-a.")).all();

        // Then
        assertThat(all).allSatisfy(access -> assertThat(access.rules())
                .filteredOn(rule -> rule.type() != ResourceType.CLUSTER)
                .allSatisfy(rule -> assertThat(rule.name()).startsWith("team-a.")));
    }

    @Test
    void shouldBeARightOfKafkasOwn() {
        // Given
        AccessRule rule = AccessRule.write(Topics.standard().verdicts());

        // When, Then
        assertThat(rule.binding("User:gate")).satisfies(binding -> {
            assertThat(binding.pattern().resourceType()).isEqualTo(ResourceType.TOPIC);
            assertThat(binding.pattern().name()).isEqualTo("soak.verdicts.v1");
            assertThat(binding.pattern().patternType()).isEqualTo(PatternType.LITERAL);
            assertThat(binding.entry().principal()).isEqualTo("User:gate");
            assertThat(binding.entry().operation()).isEqualTo(AclOperation.WRITE);
            assertThat(binding.entry().permissionType()).isEqualTo(AclPermissionType.ALLOW);
        });
        assertThat(rule).hasToString("Write on topic soak.verdicts.v1");
    }

    @Test
    void shouldPutTheOperationsOnAResourceIntoOneCall() {
        // When
        List<String> calls = AccessText.commands(catalogue.tuner(), "User:CN=tuner,O=It's ours");

        // Then
        assertThat(calls).hasSize(8).first().asString().isEqualTo("kafka-acls.sh --bootstrap-server \"$BOOTSTRAP\""
                + " --command-config \"$ADMIN_CONFIG\" --add --allow-principal 'User:CN=tuner,O=It'\\''s ours'"
                + " --operation Read --operation Write --operation DescribeConfigs"
                + " --topic soak.events.v1 --resource-pattern-type literal");
        assertThat(calls)
                .anyMatch(call ->
                        call.endsWith(" --transactional-id tuner-stream- --resource-pattern-type prefixed"))
                .anyMatch(call -> call.endsWith(" --operation DescribeConfigs --cluster"));
    }

    @Test
    void shouldTellProgramsWhatEachRightIsFor() {
        // When, Then
        assertThat(AccessText.json(catalogue.rollbackWatcher(), "User:watcher").toString())
                .startsWith("{\"app\":\"rollback-watcher\"")
                .contains("{\"resource\":\"TOPIC\",\"name\":\"soak.events.v1\",\"pattern\":\"LITERAL\","
                        + "\"operation\":\"WRITE\",\"need\":\"" + Need.WORK + "\",\"purpose\":\"writes what happened");
    }
}
