package io.soakstream.gate.comparison;

import io.soakstream.gate.comparison.RunComparison.Judged;
import io.soakstream.schemas.canonical.CanonicalJson;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A comparison for a program. */
public final class ComparisonJson {
    private ComparisonJson() {}

    /** One canonical object without a line feed; what is not known is null. */
    public static String render(RunComparison comparison) {
        Map<String, Object> root = new TreeMap<>();
        Optional<Judged> judged = comparison.judged();
        root.put("baseline", side(comparison.baseline(), judged.map(Judged::baseline)));
        root.put("candidate", side(comparison.candidate(), judged.map(Judged::candidate)));
        root.put("policy", judged.map(both -> both.candidate().policy()).orElse(null));
        root.put("result", comparison.result().name().toLowerCase(Locale.ROOT));
        root.put("kpis", comparison.kpis().stream().map(ComparisonJson::kpi).toList());
        return CanonicalJson.write(root);
    }

    /** The verdict of the common policy; without one the leading verdict, which is not compared. */
    private static Map<String, Object> side(ComparedRun run, Optional<ComparedVerdict> common) {
        Optional<ComparedVerdict> verdict =
                common.or(() -> run.verdicts().stream().findFirst());
        Map<String, Object> node = new TreeMap<>();
        node.put("name", run.name());
        node.put("verdict", verdict.map(ComparedVerdict::level).orElse(null));
        node.put("policy", verdict.map(ComparedVerdict::policy).orElse(null));
        return node;
    }

    private static Map<String, Object> kpi(KpiComparison kpi) {
        Map<String, Object> node = new TreeMap<>();
        node.put("kpi", kpi.kpi().field());
        node.put("decides", RunComparison.DECIDING.contains(kpi.kpi()));
        node.put("baseline_mean", kpi.baseline().orElse(null));
        node.put("candidate_mean", kpi.candidate().orElse(null));
        node.put("change", number(kpi.change()));
        node.put("change_percent", number(kpi.changePercent()));
        node.put("changed_for_the_better", kpi.changedForTheBetter().orElse(null));
        node.put("answer", kpi.answer().word());
        node.put("test", kpi.test().map(test -> test(kpi, test)).orElse(null));
        node.put("caveats", kpi.caveats());
        kpi.needed()
                .ifPresent(needed -> node.put(
                        "iterations_needed", Map.of("baseline", needed.baseline(), "candidate", needed.candidate())));
        return node;
    }

    private static Map<String, Object> test(KpiComparison kpi, RankTest test) {
        Map<String, Object> node = new TreeMap<>();
        node.put("baseline_samples", test.baselineSamples());
        node.put("candidate_samples", test.candidateSamples());
        node.put("p_value", test.pValue());
        node.put("adjusted_p_value", number(kpi.adjustedP()));
        node.put("cliffs_delta", test.cliffsDelta());
        node.put("effect", Effect.of(test.cliffsDelta()).word());
        node.put("shift", test.shift());
        node.put("shift_low", test.interval().map(RankTest.Interval::low).orElse(null));
        node.put("shift_high", test.interval().map(RankTest.Interval::high).orElse(null));
        return node;
    }

    private static Double number(OptionalDouble value) {
        return value.isEmpty() ? null : (Double) value.getAsDouble();
    }
}
