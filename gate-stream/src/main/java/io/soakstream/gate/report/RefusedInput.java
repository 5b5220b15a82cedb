package io.soakstream.gate.report;

import io.soakstream.gate.domain.Reason;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.ArrayList;
import java.util.List;

/** Whoever refuses part of the evidence cannot pass the rest of it. */
public final class RefusedInput {
    private RefusedInput() {}

    /**
     * The verdict of what was judged, seen together with what was refused: no PASS or WARN and not freeze-ready while
     * there is any. The digest stays that of what was judged.
     */
    public static Verdict applied(Verdict verdict, List<String> refused) {
        if (refused.isEmpty()) {
            return verdict;
        }
        String reason = Reason.INPUT_REFUSED + ":" + refused.size();
        Verdict.Builder seen =
                Verdict.newBuilder(verdict).setFreezeReady(false).setMissing(with(verdict.getMissing(), reason));
        if (verdict.getVerdict() != VerdictLevel.FAIL) {
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
