package io.soakstream.gate.report.metrics;

import static io.soakstream.gate.report.metrics.MetricFamily.gauge;

import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;

/** What each policy asks for beside what it found: a graph draws both, and an alert needs no number of its own. */
final class ThresholdMetrics {
    private ThresholdMetrics() {}

    /** @param verdicts the last of each policy */
    static List<MetricFamily> of(List<Verdict> verdicts) {
        MetricFamily values =
                gauge("soak_kpi_value", "Value that a policy holds against its threshold (unit of the KPI)");
        MetricFamily thresholds = gauge("soak_kpi_threshold", "Threshold of a policy (unit of the KPI)");
        MetricFamily sequence = gauge("soak_verdict_sequence", "Number of the last verdict in its policy's chain");
        for (Verdict verdict : verdicts) {
            sequence.sample(verdict.getSequence(), "policy", verdict.getPolicy());
            for (KpiResult result : verdict.getResults()) {
                String[] labels = {
                    "policy",
                    verdict.getPolicy(),
                    "goal",
                    result.getGoal(),
                    "kpi",
                    result.getKpi(),
                    "statistic",
                    result.getStatistic(),
                    "comparator",
                    result.getComparator()
                };
                thresholds.sample(result.getThreshold(), labels);
                if (result.getValue() != null && Double.isFinite(result.getValue())) {
                    values.sample(result.getValue().doubleValue(), labels);
                }
            }
        }
        return List.of(values, thresholds, sequence);
    }
}
