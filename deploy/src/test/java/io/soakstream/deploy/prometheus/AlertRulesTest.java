package io.soakstream.deploy.prometheus;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.deploy.fixture.Tool;
import io.soakstream.deploy.prometheus.AlertRules.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertRulesTest {
    private static final Path DOCS = Path.of("..");

    @ParameterizedTest
    @CsvSource({
        "SoakLatencyP95High, 10m, critical, hard, latency, > 150",
        "SoakDeadlineMissRate, 10m, critical, hard, deadline, > 0.02",
        "SoakEdgeDegradation, 30m, critical, hard, edge, < 2.0",
        "SoakMDCacheHitRatio, 15m, critical, hard, md_cache, < 0.70",
        "SoakMakerTakerImbalance, 30m, warning, soft, maker_taker, < 0.85",
        "SoakWSLagHigh, 15m, warning, soft, websocket, > 200",
        "SoakCircuitBreakerOpen, 5m, critical, hard, circuit_breaker, == 1",
        "SoakGuardTrip, 5m, critical, hard, guards, > 0"
    })
    void shouldHaveThePublishedAlert(
            String alert, String lasting, String severity, String gate, String component, String limit) {
        // When
        Rule rule = rule(alert);

        // Then
        assertThat(rule.lasting()).isEqualTo(lasting);
        assertThat(rule.labels()).isEqualTo(Map.of("severity", severity, "gate", gate, "component", component));
        assertThat(rule.expression()).endsWith(limit);
    }

    @Test
    void shouldSayWhatToDoAndHaveARunbookForEachAlert() throws IOException {
        for (Rule rule : AlertRules.read()) {
            assertThat(rule.annotations())
                    .as(rule.alert())
                    .containsKeys("summary", "description", "action", "runbook_url");
            Path runbook = DOCS.resolve(rule.annotations().get("runbook_url"));
            assertThat(runbook).as(rule.alert()).isRegularFile();
            assertThat(Files.readString(runbook)).contains("# " + rule.alert(), rule.expression());
        }
        for (String named : List.of("soak-failure", "manual-rollback", "reading-results")) {
            assertThat(DOCS.resolve("docs/runbooks/" + named + ".md")).isRegularFile();
        }
    }

    @Test
    void shouldBeAcceptedByPrometheus() throws IOException, InterruptedException {
        // Given
        Tool promtool = Tool.require("promtool", "prometheus");

        // When
        Tool.Ended ended = promtool.run("check", "rules", AlertRules.FILE.toString());

        // Then
        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    @Test
    void shouldFireAndStayQuietAsItsUnitTestsSay() throws IOException, InterruptedException {
        // Given
        Tool promtool = Tool.require("promtool", "prometheus");

        // When
        Tool.Ended ended = promtool.run("test", "rules", AlertRules.TESTS.toString());

        // Then
        assertThat(ended.exitCode()).as(ended.output()).isZero();
    }

    @Test
    void shouldHaveACaseThatFiresAndOneThatDoesNotForEachRule() {
        // When
        Map<Boolean, Set<String>> tested = tested();

        // Then
        Set<String> all = AlertRules.read().stream().map(Rule::alert).collect(Collectors.toSet());
        assertThat(tested.get(true)).isEqualTo(all);
        assertThat(tested.get(false)).isEqualTo(all);
    }

    /** Whether it fires, to names of alerts. */
    @SuppressWarnings("unchecked")
    private static Map<Boolean, Set<String>> tested() {
        Map<String, Object> root = (Map<String, Object>) AlertRules.yaml(AlertRules.TESTS);
        return ((List<Map<String, Object>>) root.get("tests"))
                .stream()
                        .flatMap(test -> ((List<Map<String, Object>>) test.get("alert_rule_test")).stream())
                        .collect(Collectors.partitioningBy(
                                test -> !((List<?>) test.get("exp_alerts")).isEmpty(),
                                Collectors.mapping(test -> (String) test.get("alertname"), Collectors.toSet())));
    }

    private static Rule rule(String alert) {
        return AlertRules.read().stream()
                .filter(rule -> rule.alert().equals(alert))
                .findFirst()
                .orElseThrow();
    }
}
