package io.soakstream.gate.report.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.Condition;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.report.MetricText;
import io.soakstream.schemas.kpi.Kpi;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every metric that the run has a value of, with what the snapshot policy asks of a single iteration: met or missed is
 * shown for each.
 */
final class KpiColumns {
    private static final char MET = 'k';
    private static final char MISSED = 'm';
    private static final char NO_DATA = 'n';
    private static final char NOTHING_ASKED = '.';

    private KpiColumns() {}

    static ArrayNode of(List<IterationAccount> iterations) {
        List<Condition> conditions = PolicyReader.read("snapshot").perIteration();
        ArrayNode kpis = JsonNodeFactory.instance.arrayNode();
        Arrays.stream(Metric.values())
                .filter(metric -> metric.source() != Metric.Source.COUNT && metric != Metric.ELAPSED_MS)
                .forEach(metric -> {
                    List<Optional<Double>> values = iterations.stream()
                            .map(iteration -> iteration.value(metric))
                            .toList();
                    if (values.stream().anyMatch(Optional::isPresent)) {
                        kpi(kpis.addObject(), metric, condition(conditions, metric), values);
                    }
                });
        return kpis;
    }

    private static Optional<Condition> condition(List<Condition> conditions, Metric metric) {
        return conditions.stream()
                .filter(condition ->
                        metric.kpi().filter(condition.kpi()::equals).isPresent())
                .findFirst();
    }

    private static void kpi(
            ObjectNode node, Metric metric, Optional<Condition> condition, List<Optional<Double>> values) {
        node.put("field", metric.field());
        node.put("label", metric.label());
        node.put("unit", metric.unit());
        node.put("decimals", MetricText.scale(metric.field()));
        node.put("better", better(metric).orElse(null));
        if (condition.isEmpty()) {
            node.putNull("condition");
        }
        condition.ifPresent(asked -> node.putObject("condition")
                .put("comparator", asked.comparator().sign())
                .put("threshold", asked.threshold()));
        node.set("values", Columns.rounded(values));
        node.put("states", Columns.letters(values, value -> state(value, condition)));
    }

    /** higher or lower; empty: neither is said to be good. */
    private static Optional<String> better(Metric metric) {
        return metric.kpi().map(Kpi::better).map(way -> way == Kpi.Direction.HIGHER ? "higher" : "lower");
    }

    private static char state(Optional<Double> value, Optional<Condition> condition) {
        if (value.isEmpty()) {
            return NO_DATA;
        }
        return condition
                .map(asked -> value.filter(asked::isMetBy).isPresent() ? MET : MISSED)
                .orElse(NOTHING_ASKED);
    }
}
