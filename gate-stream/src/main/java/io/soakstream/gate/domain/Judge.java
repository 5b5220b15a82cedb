package io.soakstream.gate.domain;

import io.soakstream.gate.domain.CriterionResult.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Judges a window by a policy: data in, data out. */
public final class Judge {
    private final Policy policy;
    private final Optional<Reason> timeMissing;
    private final int present;
    private final int needed;
    private final List<CriterionResult> results;

    private Judge(Policy policy, Evidence evidence) {
        this.policy = policy;
        this.timeMissing = policy.minimum().timeMissing(evidence);
        this.present = evidence.present();
        this.needed = policy.minimum().passIterations(evidence.window().capacity());
        boolean enough = present >= needed && timeMissing.isEmpty();
        this.results = policy.criteria().stream()
                .map(criterion -> CriterionResult.of(criterion, policy.perIteration(), evidence, enough))
                .toList();
    }

    /**
     * Nothing unknown becomes a pass: a criterion without data makes the verdict INCONCLUSIVE, and so does a verdict
     * that rests on fewer iterations, or on a shorter run, than the policy demands for it.
     */
    public static Judgement judge(Policy policy, Evidence evidence) {
        return new Judge(policy, evidence).judge();
    }

    private Judgement judge() {
        VerdictLevel level = hardMissed() ? levelOfFailure() : levelWithoutFailure();
        List<Reason> missing = missing();
        return new Judgement(level, results, reasons(level, missing), missing);
    }

    private boolean hardMissed() {
        return results.stream().anyMatch(result -> result.missed(Severity.HARD));
    }

    private VerdictLevel levelOfFailure() {
        return present < policy.minimum().failIterations() || timeMissing.isPresent() || anyJudged(Status.NODATA)
                ? VerdictLevel.INCONCLUSIVE
                : VerdictLevel.FAIL;
    }

    private VerdictLevel levelWithoutFailure() {
        boolean incomplete = judged().stream().anyMatch(CriterionResult::incomplete)
                || present < needed
                || timeMissing.isPresent()
                || anyJudged(Status.NODATA);
        if (incomplete) {
            return VerdictLevel.INCONCLUSIVE;
        }
        return results.stream().anyMatch(result -> result.missed(Severity.SOFT))
                ? VerdictLevel.WARN
                : VerdictLevel.PASS;
    }

    private boolean anyJudged(Status status) {
        return judged().stream().anyMatch(result -> result.status() == status);
    }

    private List<CriterionResult> judged() {
        return results.stream()
                .filter(result -> result.criterion().severity() != Severity.REPORT)
                .toList();
    }

    private List<Reason> reasons(VerdictLevel level, List<Reason> missing) {
        return switch (level) {
            case PASS -> List.of(Reason.of(Reason.ALL_GOALS_MET));
            case WARN, FAIL -> missed();
            case INCONCLUSIVE -> missing;
        };
    }

    private List<Reason> missed() {
        return judged().stream()
                .filter(result -> result.status() == Status.FAILED)
                .map(CriterionResult::missedReason)
                .toList();
    }

    /** Whatever stands between this window and a PASS. */
    private List<Reason> missing() {
        List<Reason> missing = new ArrayList<>(missed());
        if (present < needed) {
            missing.add(Reason.of(Reason.INSUFFICIENT_ITERATIONS, present, needed));
        }
        timeMissing.ifPresent(missing::add);
        for (CriterionResult result : judged()) {
            String kpi = result.criterion().metric().field();
            if (result.status() == Status.NODATA) {
                missing.add(Reason.of(Reason.NODATA, kpi));
            } else if (result.incomplete()) {
                missing.add(Reason.of(Reason.INSUFFICIENT_SAMPLES, kpi, result.samples(), present));
            }
        }
        return List.copyOf(missing);
    }
}
