package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerifyDeltasCommandTest {
    private static final String RECORDED = "src/test/resources/recorded/";

    /** As recorded: full and excused of proposed. The earlier tool called their sum over proposed full_apply_ratio. */
    @ParameterizedTest
    @CsvSource({
        "mock8, 2, 3, 5, 0.4",
        "mock24, 2, 3, 5, 0.4",
        "mock36, 2, 3, 5, 0.4",
        "mock36_default_overrides, 2, 3, 5, 0.4",
        "mock12_preset, 2, 3, 5, 0.4",
        "mock12_steady_safe, 2, 3, 5, 0.4"
    })
    void shouldGiveBothRatios(String run, int full, int excused, int proposed, double fullRatio) throws IOException {
        // When
        Cli.Ended ended = Cli.run("verify-deltas", "--recording", RECORDED + run, "--strict", "--json");

        // Then
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertThat(ended.exitCode()).isZero();
        assertThat(report.get("full_apply_count").asInt()).isEqualTo(full);
        assertThat(report.get("partial_ok_count").asInt()).isEqualTo(excused);
        assertThat(report.get("proposed_count").asInt()).isEqualTo(proposed);
        assertThat(report.get("full_apply_ratio").asDouble()).isEqualTo(fullRatio);
        assertThat(report.get("justified_apply_ratio").asDouble()).isEqualTo(1.0);
        assertThat(report.get("signature_stuck_count").asInt()).isZero();
    }

    /** The earlier tool never looked at the last iteration: there it counted two proposals. */
    @Test
    void shouldExamineTheLastProposal() throws IOException {
        // When
        Cli.Ended ended = Cli.run("verify-deltas", RECORDED + "mock3_smoke", "--json");

        // Then
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertThat(report.get("proposed_count").asInt()).isEqualTo(3);
        assertThat(report.get("full_apply_count").asInt()).isEqualTo(2);
        assertThat(report.get("partial_ok_count").asInt()).isEqualTo(1);
    }

    /** The earlier tool crashed. */
    @ParameterizedTest
    @CsvSource({"create_test_soak_data_8", "create_test_soak_data_24"})
    void shouldSayWhatIsMissing(String run) throws IOException {
        // When
        Cli.Ended ended = Cli.run("verify-deltas", RECORDED + run, "--json");

        // Then
        assertThat(ended.exitCode()).isEqualTo(2);
        assertThat(ended.err()).contains("missing: iterations 1, 2, 3", "is not recorded (changed_keys");
        JsonNode report = new ObjectMapper().readTree(ended.out());
        assertThat(report.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(report.get("full_apply_ratio").isNull()).isTrue();
    }

    @Test
    void shouldCompareTheValuesOfOurOwnTuning() throws IOException {
        // When
        Cli.Ended ended = Cli.run("verify-deltas", RECORDED + "scen_high_risk_persistent", "--tuning", "own", "--json");

        // Then
        assertThat(ended.exitCode()).isZero();
        JsonNode first =
                new ObjectMapper().readTree(ended.out()).get("proposals").get(0);
        assertThat(first.get("result").asText()).isEqualTo("full");
        assertThat(first.get("parameters").get(0).toString())
                .isEqualTo("{\"expected\":65,\"observed\":65,\"parameter\":\"min_interval_ms\",\"proposed\":5,"
                        + "\"reasons\":[],\"result\":\"match\"}");
    }

    @Test
    void shouldPrintATableForPeople() {
        // When
        Cli.Ended ended = Cli.run("verify-deltas", RECORDED + "mock36");

        // Then
        assertThat(ended.out())
                .contains("| Iter pair | Proposed Keys | Applied | Guards | Sig Changed | Params Match | Reason |")
                .contains(
                        "| 3 -> 4 | impact_cap_ratio, min_interval_ms, tail_age_ms | Y | - | Y | names only | applied in full |")
                .contains("| 4 -> 5 | impact_cap_ratio, min_interval_ms | N | velocity | N | - | velocity |")
                .contains("- **full_apply_ratio** (full / proposed): 0.400")
                .contains("- **justified_apply_ratio** ((full + excused) / proposed): 1.000")
                .contains("**PASS**");
    }
}
