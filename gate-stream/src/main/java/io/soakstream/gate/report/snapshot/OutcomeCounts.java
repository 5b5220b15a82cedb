package io.soakstream.gate.report.snapshot;

import io.soakstream.schemas.contract.NamedCount;
import io.soakstream.schemas.contract.Verdict;
import java.util.SortedMap;
import java.util.TreeMap;

/** The outcomes that a verdict counts since the start of the run, by the names that the snapshots have. */
public final class OutcomeCounts {
    private static final String SKIPPED = "skipped:";
    private static final String NO_OP = "no_op:";

    private OutcomeCounts() {}

    /** Iterations that applied something (count). */
    public static long applied(Verdict verdict) {
        return of(verdict, "applied");
    }

    /** Iterations with an outcome: applied, skipped or no_op (count). */
    public static long of(Verdict verdict, String outcome) {
        return verdict.getOutcomeCounts().stream()
                .filter(entry -> entry.getName().equals(outcome))
                .mapToLong(NamedCount::getCount)
                .sum();
    }

    /** Reason code to iterations that applied nothing for it (count). */
    public static SortedMap<String, Long> skipReasons(Verdict verdict) {
        SortedMap<String, Long> reasons = new TreeMap<>();
        for (NamedCount outcome : verdict.getOutcomeCounts()) {
            String name = outcome.getName();
            if (name.startsWith(SKIPPED) || name.startsWith(NO_OP)) {
                reasons.merge(name.substring(name.indexOf(':') + 1), outcome.getCount(), Long::sum);
            }
        }
        return reasons;
    }
}
