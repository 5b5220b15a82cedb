package io.soakstream.gate.report.ci;

import io.soakstream.gate.domain.Reason;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a gate asks beside the criteria of a policy, in the order in which it is told. */
enum GateCondition {
    INPUT_COMPLETE("nothing of the input was refused", false, Reason.INPUT_REFUSED),
    ENOUGH_ITERATIONS("there are enough iterations", false, Reason.INSUFFICIENT_ITERATIONS),
    LONG_ENOUGH("the run lasted long enough", false, Reason.INSUFFICIENT_ELAPSED, Reason.UNDECLARED_HOURS),
    ENDED_AS_PLANNED("the run ended as planned", false, Reason.RUN_ENDED, Reason.RUN_NOT_ENDED),
    KEPT_COMING("iterations kept coming", false, Reason.STALLED),
    DECISIONS_PROVEN(
            "every decision is there and follows from its facts",
            false,
            Reason.PROJECTION_MISMATCH,
            Reason.MISSING_DECISION),
    BOT_CONFIRMED("the bot ran with what it was given", false, Reason.UNCONFIRMED),
    PROPOSALS_APPLIED(
            "proposals were applied or excused",
            false,
            Reason.DELTA_QUALITY,
            Reason.DELTA_EVIDENCE,
            Reason.DELTA_FAILED),
    STRICTLY_BEST("strict: PASS and ready for the freeze", true, Reason.STRICT);

    private final String words;
    private final boolean strictOnly;
    private final Set<String> codes;

    GateCondition(String words, boolean strictOnly, String... codes) {
        this.words = words;
        this.strictOnly = strictOnly;
        this.codes = Set.of(codes);
    }

    String words() {
        return words;
    }

    boolean isAsked(boolean strict) {
        return strict || !strictOnly;
    }

    /** Encoded reasons and lacks that say it does not hold; empty: none does. */
    List<String> against(Verdict verdict) {
        return Stream.concat(verdict.getReasons().stream(), verdict.getMissing().stream())
                .filter(reason -> codes.contains(Reason.decode(reason).code()))
                .distinct()
                .toList();
    }
}
