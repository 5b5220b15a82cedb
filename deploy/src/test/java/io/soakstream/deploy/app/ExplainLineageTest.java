package io.soakstream.deploy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From an event down to its verdicts. */
class ExplainLineageTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void shouldTellWhatBecameOfADecisionDownToEachPolicy() {
        // When
        Cli.Ended ended = explain("8", "--retune", "--lineage", "--policy", "release,snapshot");

        // Then
        assertThat(ended.exitCode()).isZero();
        assertThat(ended.out())
                .containsSubsequence(
                        "inputs",
                        "window",
                        "rules",
                        "proposed",
                        "guards",
                        "outcome",
                        "applied",
                        "confirmation",
                        "verdicts")
                .contains("gate says", "hash before", "hash after")
                .contains("  release (version 1): FAIL", "  snapshot (version 1): FAIL")
                .contains(
                        "maker_taker_ok: maker_taker_ratio mean of 0.5, 0.6, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85 = 0.68125 >="
                                + " 0.83, margin -0.14875: failed")
                .contains("iterations_ok: iterations_passing count of 0, 0, 0, 0, 0, 0, 0, 1 = 1 >= 5");
    }

    /** Each number follows from those beside it. */
    @Test
    void shouldGiveEveryNumberWithThoseItIsComputedFrom() throws IOException {
        // When
        JsonNode lineage = JSON.readTree(
                        explain("8", "--retune", "--lineage", "--json").out())
                .get("lineage");

        // Then
        JsonNode net = lineage.at("/verdicts/release/results/3");
        double sum = 0;
        for (JsonNode sample : net.get("samples")) {
            sum += sample.get("value").asDouble();
        }
        assertThat(net.get("value").asDouble()).isCloseTo(sum / 8, within(1e-9));
        assertThat(net.get("margin").asDouble())
                .isCloseTo(net.get("value").asDouble() - net.get("threshold").asDouble(), within(1e-9));
        for (JsonNode change : lineage.at("/applied/changes")) {
            assertThat(new BigDecimal(change.get("after").asText()))
                    .isEqualByComparingTo(new BigDecimal(change.get("before").asText())
                            .add(new BigDecimal(change.get("delta").asText())));
        }
    }

    @Test
    void shouldKeepTheFieldsOfTheDecision() throws IOException {
        // When
        JsonNode plain = JSON.readTree(explain("7", "--retune", "--json").out());
        ObjectNode with = (ObjectNode)
                JSON.readTree(explain("7", "--retune", "--json", "--lineage").out());

        // Then
        assertThat(plain.has("lineage")).isFalse();
        with.remove("lineage");
        assertThat((JsonNode) with).isEqualTo(plain);
    }

    @Test
    void shouldChainTheDigestsOfTheVerdicts() throws IOException {
        // When
        JsonNode eighth = JSON.readTree(explain("8", "--lineage", "--json").out());
        JsonNode ninth = JSON.readTree(explain("9", "--lineage", "--json").out());

        // Then
        assertThat(ninth.at("/lineage/verdicts/release/previous_digest"))
                .isEqualTo(eighth.at("/lineage/verdicts/release/digest"));
    }

    @Test
    void shouldTellTheLineageOfOneIterationOnly() {
        // When
        Cli.Ended ended = Cli.run("explain", "--recording", "samples/pass", "--all", "--lineage");

        // Then
        assertThat(ended.exitCode()).isEqualTo(64);
        assertThat(ended.err()).contains("--lineage is of one iteration, not of --all");
    }

    private static Cli.Ended explain(String iteration, String... more) {
        List<String> words = new ArrayList<>(List.of("explain", "x", iteration, "--recording", "samples/pass"));
        words.addAll(List.of(more));
        return Cli.run(words.toArray(String[]::new));
    }
}
