package io.soakstream.gate.domain;

import io.soakstream.schemas.projection.OutcomeReason;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Why a verdict is what it is: a code with its numbers, written {@code code:argument:argument}. Sentences are made at
 * the edge.
 */
public record Reason(String code, List<String> arguments) {
    public static final String ALL_GOALS_MET = "all_goals_met";
    /** kpi, statistic, value, comparator, threshold. */
    public static final String MISSED = "missed";
    /** kpi. */
    public static final String NODATA = "nodata";
    /** iterations present, iterations needed. */
    public static final String INSUFFICIENT_ITERATIONS = "insufficient_iterations";
    /** time that the run has lasted (ms), time needed (ms). */
    public static final String INSUFFICIENT_ELAPSED = "insufficient_elapsed";
    /** The policy needs as many hours as the run declares, and it declares none. */
    public static final String UNDECLARED_HOURS = "undeclared_hours";
    /** kpi, samples present, samples needed. */
    public static final String INSUFFICIENT_SAMPLES = "insufficient_samples";

    /** The gate derives something else from the same facts, so nothing was applied. */
    public static final String PROJECTION_MISMATCH = OutcomeReason.PROJECTION_MISMATCH;
    /** first number of a hole in the decisions. */
    public static final String MISSING_DECISION = "missing_decision";
    /** periods without an iteration (count). */
    public static final String STALLED = "stalled";
    /** how the run ended before its time: aborted or expired. */
    public static final String RUN_ENDED = "run_ended";
    /** The run is still under way: what is judged is not its last window. */
    public static final String RUN_NOT_ENDED = "run_not_ended";
    /** state of the confirmation of what the bot runs with: unverified, pending, drifted, stuck or off_policy. */
    public static final String UNCONFIRMED = "unconfirmed";
    /** justified apply ratio, ratio needed, applications without effect (count). */
    public static final String DELTA_QUALITY = "delta_quality";
    /** iterations of which it is not recorded what became of their proposals (count). */
    public static final String DELTA_EVIDENCE = "delta_evidence";
    /** iterations that applied something else than they proposed, without an excuse (count). */
    public static final String DELTA_FAILED = "delta_failed";
    /** The strict rule takes nothing but a PASS that is freeze-ready. */
    public static final String STRICT = "strict";

    /** parts of the input that were refused (count). */
    public static final String INPUT_REFUSED = "input_refused";

    public Reason {
        arguments = List.copyOf(arguments);
    }

    static Reason of(String code, Object... arguments) {
        return new Reason(code, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** As in records: {@code missed:risk_ratio:median:0.41:<=:0.4}. */
    public String encoded() {
        List<String> parts = new ArrayList<>();
        parts.add(code);
        parts.addAll(arguments);
        return String.join(":", parts);
    }

    public static Reason decode(String encoded) {
        List<String> parts = List.of(encoded.split(":", -1));
        return new Reason(parts.get(0), parts.subList(1, parts.size()));
    }
}
