package io.soakstream.gate.report.whatif;

import io.soakstream.gate.report.ReasonText;
import io.soakstream.gate.report.whatif.Timeline.Row;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Policies side by side, as a person reads them. */
public final class WhatIfText {
    private static final String FLIP = "  %-18s %-28s %12s %-14s %12s  %s%n";
    private static final int SHOWN = 4;

    private WhatIfText() {}

    public static String render(Timeline timeline) {
        StringBuilder out = new StringBuilder();
        out.append(line("iterations", timeline.policies()));
        for (List<Row> alike : alike(timeline.rows())) {
            out.append(line(
                    range(alike),
                    alike.get(0).levels().stream().map(VerdictLevel::name).toList()));
        }
        out.append(difference(timeline));
        timeline.lastRow().ifPresent(row -> row.verdicts().forEach(verdict -> flips(out, verdict)));
        return out.toString();
    }

    /** Rows that follow one another and say the same are one line. */
    private static List<List<Row>> alike(List<Row> rows) {
        List<List<Row>> groups = new ArrayList<>();
        for (Row row : rows) {
            List<Row> latest = groups.isEmpty() ? List.of() : groups.get(groups.size() - 1);
            boolean same = !latest.isEmpty()
                    && latest.get(0).levels().equals(row.levels())
                    && latest.get(0).last() == row.last();
            if (same) {
                latest.add(row);
            } else {
                groups.add(new ArrayList<>(List.of(row)));
            }
        }
        return groups;
    }

    private static String range(List<Row> rows) {
        if (rows.get(0).last()) {
            return "end";
        }
        int from = rows.get(0).iteration();
        int to = rows.get(rows.size() - 1).iteration();
        return from == to ? String.valueOf(from) : from + " to " + to;
    }

    private static String line(String head, List<String> cells) {
        return String.format(Locale.ROOT, "  %-14s ", head)
                + cells.stream()
                        .map(cell -> String.format(Locale.ROOT, "%-14s", cell))
                        .collect(Collectors.joining(" "))
                        .stripTrailing()
                + "\n";
    }

    private static String difference(Timeline timeline) {
        return timeline.firstDifference()
                .map(row -> "\n  first difference " + place(row) + " (" + timeline.differences() + " of "
                        + timeline.rows().size() + " verdicts differ)\n" + said(row))
                .orElse("\n  the policies never differ\n");
    }

    private static String place(Row row) {
        return row.last() ? "at the end" : "at iteration " + row.iteration();
    }

    private static String said(Row row) {
        return row.verdicts().stream()
                .map(verdict -> "    " + verdict.getPolicy() + ": " + verdict.getVerdict() + ", "
                        + verdict.getReasons().stream()
                                .map(ReasonText::sentence)
                                .collect(Collectors.joining("; "))
                        + "\n")
                .collect(Collectors.joining());
    }

    private static void flips(StringBuilder out, Verdict verdict) {
        out.append(String.format(
                Locale.ROOT,
                "%n  %s: %s, and how near each criterion is to turning over%n",
                verdict.getPolicy(),
                verdict.getVerdict()));
        out.append(String.format(Locale.ROOT, FLIP, "goal", "what", "value", "must be", "margin", "then"));
        Flip.of(verdict).forEach(flip -> out.append(flip(flip)));
    }

    private static String flip(Flip flip) {
        KpiResult result = flip.criterion();
        return String.format(
                Locale.ROOT,
                FLIP,
                result.getGoal(),
                result.getKpi() + " " + result.getStatistic(),
                result.getValue() == null ? "no data" : shown(result.getValue()),
                result.getComparator() + " " + Decimals.plain(Decimals.shortest(result.getThreshold())),
                result.getMargin() == null ? "" : (result.getMargin() > 0 ? "+" : "") + shown(result.getMargin()),
                flip.then().map(VerdictLevel::name).orElse("-")
                        + (result.getSeverity().equals("hard") ? "" : " (" + result.getSeverity() + ")"));
    }

    private static String shown(double value) {
        return Decimals.plain(Decimals.rounded(value, SHOWN));
    }
}
