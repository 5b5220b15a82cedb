package io.soakstream.gate.report;

import io.soakstream.gate.domain.Reason;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.ArrayList;
import java.util.List;

/** A recording that says that proposals were applied, but not what they changed, shows nothing about them. */
public final class DeltaEvidence {
    private DeltaEvidence() {}

    /** Whether another tuner's iteration says what became of its proposal. */
    public static boolean isThere(RecordedTuning tuning) {
        return !tuning.getApplied()
                || tuning.getProposed().isEmpty()
                || !tuning.getChangedKeys().isEmpty();
    }

    /**
     * The verdict as a gate sees it: no PASS or WARN and not freeze-ready without the evidence. The digest stays that of
     * what was judged.
     *
     * @param missing iterations without it (count)
     */
    public static Verdict applied(Verdict verdict, long missing) {
        if (missing == 0) {
            return verdict;
        }
        String reason = Reason.DELTA_EVIDENCE + ":" + missing;
        Verdict.Builder seen =
                Verdict.newBuilder(verdict).setFreezeReady(false).setMissing(with(verdict.getMissing(), reason));
        if (verdict.getVerdict() == VerdictLevel.PASS || verdict.getVerdict() == VerdictLevel.WARN) {
            boolean passed = verdict.getVerdict() == VerdictLevel.PASS;
            seen.setVerdict(VerdictLevel.INCONCLUSIVE)
                    .setReasons(with(passed ? List.of() : verdict.getReasons(), reason));
        }
        return seen.build();
    }

    private static List<String> with(List<String> codes, String reason) {
        List<String> all = new ArrayList<>(codes);
        all.add(reason);
        return all;
    }
}
