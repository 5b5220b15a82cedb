package io.soakstream.gate.report.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.domain.Reason;
import io.soakstream.gate.report.JsonFields;
import io.soakstream.gate.report.MetricText;
import io.soakstream.gate.report.ReasonText;
import io.soakstream.gate.report.WhyText;
import io.soakstream.schemas.contract.GuardActivity;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A policy: its last verdict in full, and what it said of each iteration as columns. */
final class PolicyColumns {
    /** What a criterion's own column says already. */
    private static final Set<String> SHOWN_BY_CRITERIA =
            Set.of(Reason.MISSED, Reason.NODATA, Reason.INSUFFICIENT_SAMPLES, Reason.ALL_GOALS_MET);

    private PolicyColumns() {}

    static ObjectNode of(Verdict verdict, RunAccount account) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("name", verdict.getPolicy());
        node.put("version", verdict.getPolicyVersion());
        judgement(node, verdict, account);
        window(node.putObject("window"), verdict);
        ArrayNode criteria = node.putArray("criteria");
        verdict.getResults().forEach(result -> criterion(criteria.addObject(), result, verdict, account));
        node.put("levels", Lanes.levels(verdict.getPolicy(), account.iterations()));
        remarks(node.putObject("remarks"), verdict.getPolicy(), account.iterations());
        ArrayNode guards = node.putArray("guards");
        verdict.getGuards().forEach(guard -> guard(guards.addObject(), guard));
        node.put("anomalies", verdict.getAnomaliesCount());
        node.put("signature_loops", verdict.getSignatureLoops());
        node.put("verification", verdict.getVerification().name());
        node.put("digest", verdict.getDigest());
        return node;
    }

    private static void judgement(ObjectNode node, Verdict verdict, RunAccount account) {
        node.put("verdict", verdict.getVerdict().name());
        node.put("sentence", WhyText.of(verdict));
        reasons(node.putArray("reasons"), verdict.getReasons());
        node.put("freeze_ready", verdict.getFreezeReady());
        reasons(node.putArray("missing"), verdict.getMissing());
        node.put("iteration", verdict.getIteration());
        node.put("event_time_ms", verdict.getEventTimeMs());
        node.put("last", verdict.getLast());
        node.put("since_iteration", since(verdict, account.verdicts()).orElse(null));
        if (verdict.getWorstVerdict() == null) {
            node.putNull("worst");
        } else {
            node.putObject("worst")
                    .put("verdict", verdict.getWorstVerdict().name())
                    .put("iteration", verdict.getWorstIteration());
        }
    }

    /** First of the iterations since which the policy has said the same; empty: the command alone says it. */
    private static Optional<Integer> since(Verdict verdict, List<Verdict> verdicts) {
        Optional<Integer> since = Optional.empty();
        for (int i = verdicts.size() - 1; i >= 0; i--) {
            Verdict earlier = verdicts.get(i);
            if (!earlier.getPolicy().equals(verdict.getPolicy())) {
                continue;
            }
            if (earlier.getVerdict() != verdict.getVerdict()) {
                return since;
            }
            since = Optional.of(earlier.getIteration());
        }
        return since;
    }

    private static void reasons(ArrayNode node, List<String> codes) {
        codes.forEach(code -> node.addObject().put("code", code).put("text", ReasonText.sentence(code)));
    }

    private static void window(ObjectNode node, Verdict verdict) {
        node.put("capacity", verdict.getWindow().getCapacity());
        JsonFields.numbers(node.putArray("iterations"), verdict.getWindow().getIterations());
        JsonFields.numbers(node.putArray("gaps"), verdict.getWindow().getGaps());
    }

    private static void criterion(ObjectNode node, KpiResult result, Verdict verdict, RunAccount account) {
        node.put("goal", result.getGoal());
        node.put("kpi", result.getKpi());
        node.put("label", MetricText.label(result.getKpi()));
        node.put("unit", Metric.byField(result.getKpi()).map(Metric::unit).orElse(""));
        node.put("decimals", MetricText.scale(result.getKpi()));
        node.put("statistic", result.getStatistic());
        node.put("comparator", result.getComparator());
        node.put("threshold", Columns.rounded(result.getThreshold()));
        node.put("severity", result.getSeverity());
        node.put("value", result.getValue() == null ? null : Columns.rounded(result.getValue()));
        node.put("margin", result.getMargin() == null ? null : Columns.rounded(result.getMargin()));
        node.put("samples", result.getSamples());
        node.put("status", result.getStatus().name().toLowerCase(Locale.ROOT));
        JsonFields.text(node, "trend", trend(verdict, result.getKpi()));
        List<Optional<KpiResult>> results = account.iterations().stream()
                .map(iteration -> result(iteration, verdict.getPolicy(), result.getGoal()))
                .toList();
        node.set(
                "values",
                Columns.rounded(results.stream()
                        .map(found -> found.map(KpiResult::getValue))
                        .toList()));
        node.put("states", Columns.letters(results, found -> found.map(KpiResult::getStatus)
                .map(PolicyColumns::letter)
                .orElse('.')));
    }

    private static Optional<KpiResult> result(IterationAccount iteration, String policy, String goal) {
        return iteration.verdict(policy).flatMap(verdict -> verdict.getResults().stream()
                .filter(result -> result.getGoal().equals(goal))
                .findFirst());
    }

    private static char letter(KpiStatus status) {
        return switch (status) {
            case OK -> 'k';
            case FAILED -> 'm';
            case NODATA -> 'n';
            case INSUFFICIENT -> 'i';
            case UNKNOWN -> '.';
        };
    }

    private static Optional<String> trend(Verdict verdict, String kpi) {
        return verdict.getWindow().getStatistics().stream()
                .filter(statistics -> statistics.getKpi().equals(kpi) && statistics.getSamples() > 0)
                .map(KpiStatistics::getTrend)
                .map(Enum::name)
                .findFirst();
    }

    /** Sentences by iteration, of reasons that no criterion shows. */
    private static void remarks(ObjectNode node, String policy, List<IterationAccount> iterations) {
        for (IterationAccount iteration : iterations) {
            List<String> texts = iteration.verdict(policy).map(Verdict::getReasons).orElseGet(List::of).stream()
                    .filter(code ->
                            !SHOWN_BY_CRITERIA.contains(Reason.decode(code).code()))
                    .map(ReasonText::sentence)
                    .toList();
            if (!texts.isEmpty()) {
                JsonFields.texts(node.putArray(String.valueOf(iteration.iteration())), texts);
            }
        }
    }

    private static void guard(ObjectNode node, GuardActivity guard) {
        node.put("guard", guard.getGuard());
        node.put("count", guard.getCount());
    }

    /** One letter for a verdict; a dot for none. */
    static char letter(VerdictLevel level) {
        return level == VerdictLevel.UNKNOWN ? '.' : level.name().charAt(0);
    }
}
