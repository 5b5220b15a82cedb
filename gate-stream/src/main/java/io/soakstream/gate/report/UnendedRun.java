package io.soakstream.gate.report;

import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.Reason;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whoever waits for the end of a run cannot go by what was said before it. */
public final class UnendedRun {
    private UnendedRun() {}

    /**
     * The verdicts of one run as they count for whoever waits for its end: the latest of each policy is INCONCLUSIVE
     * unless it is the run's last.
     */
    public static List<Verdict> all(List<Verdict> verdicts) {
        Set<String> latest =
                RunAccount.lasts(verdicts).stream().map(Verdict::getId).collect(Collectors.toSet());
        return verdicts.stream()
                .map(verdict -> latest.contains(verdict.getId()) ? applied(verdict) : verdict)
                .toList();
    }

    /**
     * The verdict as it counts for a run that should have ended: INCONCLUSIVE unless it is a run's last. The digest stays
     * that of what was judged.
     */
    public static Verdict applied(Verdict verdict) {
        if (verdict.getLast()) {
            return verdict;
        }
        List<String> before = verdict.getVerdict() == VerdictLevel.PASS ? List.of() : verdict.getReasons();
        return Verdict.newBuilder(verdict)
                .setVerdict(VerdictLevel.INCONCLUSIVE)
                .setFreezeReady(false)
                .setReasons(with(before))
                .setMissing(with(verdict.getMissing()))
                .build();
    }

    private static List<String> with(List<String> codes) {
        return Stream.concat(codes.stream(), Stream.of(Reason.RUN_NOT_ENDED)).toList();
    }
}
