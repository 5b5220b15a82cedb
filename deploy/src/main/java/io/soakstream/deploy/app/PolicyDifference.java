package io.soakstream.deploy.app;

import io.soakstream.gate.domain.Criterion;
import io.soakstream.gate.domain.Policy;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Optional;

/** How a policy differs from the one that a verdict of its name and version was given by. */
final class PolicyDifference {
    private PolicyDifference() {}

    /** In words, the first of them; empty: it asks what the verdict answers. */
    static Optional<String> of(Policy policy, Verdict verdict) {
        List<String> asked =
                policy.criteria().stream().map(PolicyDifference::text).toList();
        List<String> answered =
                verdict.getResults().stream().map(PolicyDifference::text).toList();
        Optional<String> unanswered = asked.stream()
                .filter(criterion -> !answered.contains(criterion))
                .findFirst()
                .map(criterion -> criterion + " was not asked");
        return unanswered.or(() -> answered.stream()
                .filter(criterion -> !asked.contains(criterion))
                .findFirst()
                .map(criterion -> criterion + " was asked"));
    }

    private static String text(Criterion criterion) {
        return text(
                criterion.goal(),
                criterion.metric().field(),
                criterion.statistic().word(),
                criterion.comparator().sign(),
                criterion.threshold().doubleValue(),
                criterion.severity().word());
    }

    private static String text(KpiResult result) {
        return text(
                result.getGoal(),
                result.getKpi(),
                result.getStatistic(),
                result.getComparator(),
                result.getThreshold(),
                result.getSeverity());
    }

    private static String text(
            String goal, String kpi, String statistic, String comparator, double threshold, String severity) {
        return goal + ": " + kpi + " " + statistic + " " + comparator + " "
                + Decimals.plain(Decimals.shortest(threshold)) + ", " + severity;
    }
}
