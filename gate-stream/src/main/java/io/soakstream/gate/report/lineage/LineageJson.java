package io.soakstream.gate.report.lineage;

import io.soakstream.gate.account.ChangedValue;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.TuningAccount;
import io.soakstream.gate.report.lineage.Lineage.Judgement;
import io.soakstream.gate.report.lineage.Lineage.Result;
import io.soakstream.gate.report.lineage.Lineage.Sample;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.Verdict;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What became of an iteration, for a program; what is not known is null. */
public final class LineageJson {
    private LineageJson() {}

    /** A tree of maps, lists, texts and numbers; parameter values are texts without trailing zeros. */
    public static Map<String, Object> tree(Lineage lineage) {
        Map<String, Object> tree = new TreeMap<>();
        tree.put("applied", applied(lineage.iteration().tuning()));
        tree.put("confirmation", confirmation(lineage.iteration()));
        Map<String, Object> verdicts = new TreeMap<>();
        lineage.judgements()
                .forEach(judgement -> verdicts.put(judgement.verdict().getPolicy(), judgement(judgement)));
        tree.put("verdicts", verdicts);
        return tree;
    }

    private static Map<String, Object> applied(TuningAccount tuning) {
        Map<String, Object> node = new TreeMap<>();
        node.put("outcome", tuning.outcome().name());
        node.put("reason", tuning.reason().orElse(null));
        node.put("changes", tuning.changed().stream().map(LineageJson::change).toList());
        node.put("hash_before", tuning.hashBefore().orElse(null));
        node.put("hash_after", tuning.hashAfter().orElse(null));
        node.put("bytes_written", tuning.bytesWritten());
        return node;
    }

    private static Map<String, Object> change(ChangedValue change) {
        Map<String, Object> node = new TreeMap<>();
        node.put("parameter", change.parameter());
        node.put("before", text(change.before()));
        node.put("delta", text(change.delta()));
        node.put("after", text(change.after()));
        node.put("bound", change.bound().orElse(null));
        return node;
    }

    private static String text(Optional<BigDecimal> value) {
        return value.map(Decimals::plain).orElse(null);
    }

    private static Map<String, Object> confirmation(IterationAccount iteration) {
        Map<String, Object> node = new TreeMap<>();
        node.put("echo", iteration.summary().getOverridesHash());
        node.put("verification", iteration.verification().name());
        node.put(
                "settled",
                iteration.settled().map(settled -> settled.outcome().name()).orElse(null));
        node.put(
                "settled_at_ms",
                iteration
                        .settled()
                        .map(IterationAccount.Settlement::eventTimeMs)
                        .orElse(null));
        return node;
    }

    private static Map<String, Object> judgement(Judgement judgement) {
        Verdict verdict = judgement.verdict();
        Map<String, Object> node = new TreeMap<>();
        node.put("policy_version", verdict.getPolicyVersion());
        node.put("sequence", verdict.getSequence());
        node.put("verdict", verdict.getVerdict().name());
        node.put("reasons", verdict.getReasons());
        node.put(
                "results", judgement.results().stream().map(LineageJson::result).toList());
        node.put("previous_digest", verdict.getPreviousDigest());
        node.put("digest", verdict.getDigest());
        return node;
    }

    private static Map<String, Object> result(Result result) {
        KpiResult criterion = result.criterion();
        Map<String, Object> node = new TreeMap<>();
        node.put("goal", criterion.getGoal());
        node.put("kpi", criterion.getKpi());
        node.put("statistic", criterion.getStatistic());
        node.put("comparator", criterion.getComparator());
        node.put("threshold", criterion.getThreshold());
        node.put("value", criterion.getValue());
        node.put("margin", criterion.getMargin());
        node.put("status", criterion.getStatus().name());
        node.put("samples", result.samples().stream().map(LineageJson::sample).toList());
        return node;
    }

    private static Map<String, Object> sample(Sample sample) {
        Map<String, Object> node = new TreeMap<>();
        node.put("iteration", sample.iteration());
        node.put("value", sample.value().orElse(null));
        return node;
    }
}
