package io.soakstream.gate.report;

import io.soakstream.gate.account.DeltaCheck;
import io.soakstream.gate.account.DeltaCheck.Kind;
import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.Reason;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What another tuner's recording shows of its proposals beyond what its verdicts count: they take its {@code applied} at
 * its word.
 *
 * @param missing iterations that say that a proposal was applied, but not what it changed (count)
 * @param failed iterations whose proposal was applied, but not all of it is among what changed, and no guard excuses it
 *     (count)
 */
public record DeltaEvidence(long missing, long failed) {
    /** Where our tuner decides, the gate itself has seen what was applied. */
    public static final DeltaEvidence NOT_ASKED = new DeltaEvidence(0, 0);

    public static DeltaEvidence of(RunAccount account) {
        Set<Integer> recorded = account.iterations().stream()
                .filter(iteration -> iteration.tuning().recorded().isPresent())
                .map(IterationAccount::iteration)
                .collect(Collectors.toUnmodifiableSet());
        List<DeltaCheck> checks = DeltaVerification.of(account).checks().stream()
                .filter(check -> recorded.contains(check.iteration()))
                .toList();
        return new DeltaEvidence(
                count(checks, check -> check.kind() == Kind.UNKNOWN),
                count(checks, check -> check.kind() == Kind.FAILED && check.applied()));
    }

    private static long count(List<DeltaCheck> checks, Predicate<DeltaCheck> which) {
        return checks.stream().filter(which).count();
    }

    /**
     * The verdict as a gate sees it: no PASS or WARN and not freeze-ready without the evidence, nor against it. The digest
     * stays that of what was judged.
     */
    public Verdict applied(Verdict verdict) {
        Verdict held = failed == 0 ? verdict : lowered(verdict, VerdictLevel.FAIL, Reason.DELTA_FAILED + ":" + failed);
        return missing == 0 ? held : lowered(held, VerdictLevel.INCONCLUSIVE, Reason.DELTA_EVIDENCE + ":" + missing);
    }

    /** What failed stays failed, and what is inconclusive stays so. */
    private static Verdict lowered(Verdict verdict, VerdictLevel level, String reason) {
        Verdict.Builder seen =
                Verdict.newBuilder(verdict).setFreezeReady(false).setMissing(with(verdict.getMissing(), reason));
        if (verdict.getVerdict() == VerdictLevel.PASS || verdict.getVerdict() == VerdictLevel.WARN) {
            boolean passed = verdict.getVerdict() == VerdictLevel.PASS;
            seen.setVerdict(level).setReasons(with(passed ? List.of() : verdict.getReasons(), reason));
        }
        return seen.build();
    }

    private static List<String> with(List<String> codes, String reason) {
        List<String> all = new ArrayList<>(codes);
        all.add(reason);
        return all;
    }
}
