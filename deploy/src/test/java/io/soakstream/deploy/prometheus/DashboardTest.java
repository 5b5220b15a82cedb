package io.soakstream.deploy.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.deploy.app.SoakCommand;
import io.soakstream.deploy.fixture.Tool;
import io.soakstream.deploy.grafana.Dashboard;
import io.soakstream.deploy.prometheus.AlertRules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DashboardTest {
    private static final Path FILE = Path.of("grafana/mm-operability.json");
    private static JsonNode dashboard;

    @TempDir
    Path directory;

    @BeforeAll
    static void read() throws IOException {
        dashboard = new JsonMapper().readTree(FILE.toFile());
    }

    @Test
    void shouldHaveThePublishedPanelsFirstAndTwoBesideEachOther() {
        // When
        List<String> titles = dashboard.get("panels").findValuesAsText("title");

        // Then
        assertThat(titles.subList(0, 7))
                .containsExactly(
                        "Edge & PnL",
                        "Latency P95",
                        "Maker/Taker Share",
                        "MD Cache Hit Ratio",
                        "Deadline Miss Rate",
                        "WS Lag",
                        "Circuit Breaker & Guards");
        assertThat(titles)
                .contains(
                        "Verdict",
                        "KPI against threshold",
                        "Guards",
                        "Deltas",
                        "Pipeline lag & threads",
                        "Dead letters");
        assertThat(dashboard.get("panels").findValues("gridPos")).allSatisfy(place -> {
            assertThat(place.get("w").asInt()).isEqualTo(12);
            assertThat(place.get("h").asInt()).isEqualTo(8);
        });
    }

    @Test
    void shouldBeReproducibleAndKnowNoInstance() throws IOException {
        assertThat(dashboard.get("uid").asText()).isEqualTo("mm-operability");
        assertThat(dashboard.get("timezone").asText()).isEqualTo("utc");
        assertThat(dashboard.findValuesAsText("type")).doesNotContain("graph");
        assertThat(dashboard.get("panels"))
                .allSatisfy(panel ->
                        assertThat(panel.at("/datasource/uid").asText()).isEqualTo("${datasource}"));
        assertThat(Dashboard.of(dashboard).text()).isEqualTo(Files.readString(FILE));
    }

    @Test
    void shouldGoByMetricsThatExist() {
        // Given
        Path page = directory.resolve("run.prom");
        SoakCommand.run("metrics", "--recording", "samples/pass", "--out", page.toString());

        // When
        Set<String> used = new TreeSet<>();
        expressions().forEach(expression -> used.addAll(MetricCatalogue.used(expression)));
        AlertRules.read().stream()
                .map(Rule::expression)
                .forEach(expression -> used.addAll(MetricCatalogue.used(expression)));

        // Then
        assertThat(MetricCatalogue.names(content(page))).containsAll(used);
        assertThat(used).hasSizeGreaterThan(20);
    }

    @Test
    void shouldHaveExpressionsThatPrometheusReads() throws IOException, InterruptedException {
        // Given
        Tool promtool = Tool.require("promtool", "prometheus");
        ObjectNode rules = JsonNodeFactory.instance.objectNode();
        ArrayNode list =
                rules.putArray("groups").addObject().put("name", "dashboard").putArray("rules");
        int number = 0;
        for (String expression : expressions()) {
            number++;
            list.addObject()
                    .put("record", "expression:" + number)
                    .put("expr", expression.replace("$bot", ".*").replace("$run", ".*"));
        }
        Path file = Files.writeString(directory.resolve("rules.json"), rules.toString());

        // When
        Tool.Ended ended = promtool.run("check", "rules", "--lint=none", file.toString());

        // Then
        assertThat(ended.exitCode()).as(ended.output()).isZero();
        assertThat(ended.output()).contains(number + " rules found");
    }

    private static List<String> expressions() {
        List<String> expressions = new ArrayList<>(dashboard.get("panels").findValuesAsText("expr"));
        expressions.addAll(dashboard.at("/annotations/list").findValuesAsText("expr"));
        return expressions;
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}
