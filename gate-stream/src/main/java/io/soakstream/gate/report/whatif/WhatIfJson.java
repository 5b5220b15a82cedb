package io.soakstream.gate.report.whatif;

import io.soakstream.gate.report.whatif.Timeline.Row;
import io.soakstream.schemas.canonical.CanonicalJson;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Policies side by side, for a program. */
public final class WhatIfJson {
    private WhatIfJson() {}

    /** One canonical object without a line feed; what is not known is null. */
    public static String render(Timeline timeline) {
        Map<String, Object> root = new TreeMap<>();
        root.put("policies", timeline.policies());
        root.put("timeline", timeline.rows().stream().map(WhatIfJson::row).toList());
        root.put(
                "first_difference",
                timeline.firstDifference().map(WhatIfJson::row).orElse(null));
        root.put("differences", timeline.differences());
        root.put("criteria", timeline.lastRow().map(WhatIfJson::criteria).orElse(Map.of()));
        return CanonicalJson.write(root);
    }

    private static Map<String, Object> row(Row row) {
        Map<String, Object> node = new TreeMap<>();
        node.put("sequence", row.sequence());
        node.put("iteration", row.iteration());
        node.put("last", row.last());
        Map<String, Object> verdicts = new TreeMap<>();
        row.verdicts().forEach(verdict -> verdicts.put(verdict.getPolicy(), verdict(verdict)));
        node.put("verdicts", verdicts);
        return node;
    }

    private static Map<String, Object> verdict(Verdict verdict) {
        return Map.of("verdict", verdict.getVerdict().name(), "reasons", verdict.getReasons());
    }

    private static Map<String, Object> criteria(Row row) {
        Map<String, Object> criteria = new TreeMap<>();
        row.verdicts().forEach(verdict -> criteria.put(verdict.getPolicy(), flips(verdict)));
        return criteria;
    }

    private static List<Map<String, Object>> flips(Verdict verdict) {
        return Flip.of(verdict).stream().map(WhatIfJson::flip).toList();
    }

    private static Map<String, Object> flip(Flip flip) {
        KpiResult result = flip.criterion();
        Map<String, Object> node = new TreeMap<>();
        node.put("goal", result.getGoal());
        node.put("kpi", result.getKpi());
        node.put("statistic", result.getStatistic());
        node.put("comparator", result.getComparator());
        node.put("threshold", result.getThreshold());
        node.put("value", result.getValue());
        node.put("margin", result.getMargin());
        node.put("severity", result.getSeverity());
        node.put("status", result.getStatus().name().toLowerCase(Locale.ROOT));
        node.put("verdict_if_flipped", flip.then().map(Enum::name).orElse(null));
        return node;
    }
}
