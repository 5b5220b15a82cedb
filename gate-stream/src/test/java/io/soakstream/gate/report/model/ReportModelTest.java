package io.soakstream.gate.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.Accounts;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.support.DecisionStory;
import io.soakstream.gate.support.Moves;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.support.Events;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What single fields of the model say; the whole of it stands in a golden file in deploy. */
class ReportModelTest {
    private static final Moves SLOWER = Moves.of("min_interval_ms", "5");

    @TempDir
    Path directory;

    @Test
    void shouldGiveEachIterationOnePlaceInEveryColumn() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = List.of(
                story.iteration(1, SLOWER),
                story.iteration(2, SLOWER.and("tail_age_ms", "30").dropping("tail_age_ms", "cooldown")),
                story.iteration(3, SLOWER.dropping("min_interval_ms", "velocity")),
                story.iteration(4, Moves.none()));

        // When
        ObjectNode model = model(Accounts.of(directory, decisions));

        // Then
        assertThat(model.at("/iterations/outcomes").asText()).isEqualTo("AaSN");
        assertThat(texts(model.at("/iterations/reasons"), "code")).containsExactly("velocity", "no_change");
        assertThat(model.at("/iterations/reason_at").toString()).isEqualTo("[-1,-1,0,1]");
        assertThat(model.at("/policies/0/levels").asText()).hasSize(4);
        assertThat(model.at("/kpis/0/values")).hasSize(4);
        assertThat(model.at("/kpis/0/states").asText()).hasSize(4);
        assertThat(model.at("/details/2/dropped/0/reasons/0").asText()).isEqualTo("cooldown");
        assertThat(model.at("/details").has("4")).isFalse();
    }

    @Test
    void shouldFollowAParameterFromItsStart() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = List.of(
                story.iteration(1, SLOWER),
                story.iteration(2, Moves.none()),
                story.command("c", Command.Action.REBASE, DecisionStory.complete("min_interval_ms", "72"), null),
                story.iteration(3, Moves.none()));

        // When
        ObjectNode model = model(Accounts.of(directory, decisions));

        // Then
        JsonNode interval = parameter(model, "min_interval_ms");
        assertThat(interval.get("points").toString()).isEqualTo("[[0,60],[1,65],[2,72]]");
        assertThat(interval.get("current").asInt()).isEqualTo(72);
        assertThat(interval.get("changes").asInt()).isEqualTo(2);
        assertThat(interval.get("last_change_iteration").asInt()).isEqualTo(2);
        assertThat(parameter(model, "tail_age_ms").get("points").toString()).isEqualTo("[[0,600]]");
        assertThat(model.at("/commands/0/action").asText()).isEqualTo("REBASE");
        assertThat(model.at("/commands/0/after_iteration").asInt()).isEqualTo(2);
    }

    @Test
    void shouldTellWhatIsMissedFromWhatIsNotThere() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions = List.of(
                story.iteration(Events.healthy(1).setOrderAgeP95Ms(300.0).build(), Moves.none()),
                story.iteration(Events.healthy(2).setRiskRatio(0.9).build(), Moves.none()));

        // When
        ObjectNode model = model(Accounts.of(directory, decisions));

        // Then
        JsonNode risk = kpi(model, "risk_ratio");
        assertThat(risk.get("states").asText()).isEqualTo("km");
        assertThat(risk.at("/condition/threshold").asDouble()).isEqualTo(0.42);
        JsonNode age = kpi(model, "order_age_p95_ms");
        assertThat(age.get("condition").isNull()).isTrue();
        assertThat(age.get("states").asText()).isEqualTo(".n");
        assertThat(age.get("values").toString()).isEqualTo("[300,null]");
    }

    @Test
    void shouldSaySinceWhenTheVerdictStands() {
        // Given
        DecisionStory story = DecisionStory.implied();
        List<TuningDecision> decisions =
                IntStream.rangeClosed(1, 10).mapToObj(story::iteration).toList();
        RunAccount account = Accounts.of(directory, decisions);
        Verdict stricter = Verdict.newBuilder(account.last("release").orElseThrow())
                .setVerdict(VerdictLevel.INCONCLUSIVE)
                .build();

        // When
        ObjectNode model = model(account);
        ObjectNode seenStricter = ReportModel.of(account, List.of(stricter));

        // Then
        assertThat(model.at("/policies/0/levels").asText()).isEqualTo("IIIIIIIPPP");
        assertThat(model.at("/policies/0/since_iteration").asInt()).isEqualTo(8);
        assertThat(seenStricter.at("/policies/0/since_iteration").isNull()).isTrue();
        assertThat(seenStricter.at("/policies/0/verdict").asText()).isEqualTo("INCONCLUSIVE");
    }

    private static ObjectNode model(RunAccount account) {
        return ReportModel.of(account, account.lasts());
    }

    private static JsonNode parameter(ObjectNode model, String name) {
        return named(model.get("parameters"), "name", name);
    }

    private static JsonNode kpi(ObjectNode model, String field) {
        return named(model.get("kpis"), "field", field);
    }

    private static JsonNode named(JsonNode nodes, String key, String name) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .filter(node -> node.get(key).asText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> texts(JsonNode nodes, String key) {
        return StreamSupport.stream(nodes.spliterator(), false)
                .map(node -> node.get(key).asText())
                .toList();
    }
}
