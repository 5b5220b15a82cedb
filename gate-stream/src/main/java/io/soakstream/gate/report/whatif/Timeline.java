package io.soakstream.gate.report.whatif;

import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The verdicts of several policies about the same run, row by row.
 *
 * @param policies in their order
 * @param rows in the order of the run; the end of a run has a row of its own
 */
public record Timeline(List<String> policies, List<Row> rows) {
    public Timeline {
        policies = List.copyOf(policies);
        rows = List.copyOf(rows);
    }

    /**
     * What all policies said at one time.
     *
     * @param sequence number of the verdict in its run and policy, from 1
     * @param last the verdicts are about the end of the run
     * @param verdicts in the order of the policies
     */
    public record Row(long sequence, int iteration, boolean last, List<Verdict> verdicts) {
        public Row {
            verdicts = List.copyOf(verdicts);
        }

        List<VerdictLevel> levels() {
            return verdicts.stream().map(Verdict::getVerdict).toList();
        }

        /** Not all policies say the same. */
        boolean differs() {
            return levels().stream().distinct().count() > 1;
        }
    }

    /** @param verdicts of one run, in order; a row is shown only with the verdicts of all policies */
    public static Timeline of(List<String> policies, List<Verdict> verdicts) {
        Map<Long, List<Verdict>> bySequence = new LinkedHashMap<>();
        verdicts.forEach(verdict -> bySequence
                .computeIfAbsent(verdict.getSequence(), none -> new ArrayList<>())
                .add(verdict));
        List<Row> rows = new ArrayList<>();
        bySequence.forEach((sequence, said) -> {
            List<Verdict> ordered = policies.stream()
                    .flatMap(policy ->
                            said.stream().filter(verdict -> verdict.getPolicy().equals(policy)))
                    .toList();
            if (ordered.size() == policies.size()) {
                Verdict first = ordered.get(0);
                rows.add(new Row(sequence, first.getIteration(), first.getLast(), ordered));
            }
        });
        return new Timeline(policies, rows);
    }

    /** Where the policies first differ. */
    public Optional<Row> firstDifference() {
        return rows.stream().filter(Row::differs).findFirst();
    }

    /** How often not all policies say the same (count). */
    public long differences() {
        return rows.stream().filter(Row::differs).count();
    }

    /** What the policies said last. */
    public Optional<Row> lastRow() {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(rows.size() - 1));
    }
}
