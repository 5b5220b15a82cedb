package io.soakstream.gate.account;

import io.soakstream.gate.account.DeltaCheck.Kind;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.gate.domain.TuningTally.DeltaQuality;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.Verdict;
import java.util.ArrayList;
import java.util.List;

/**
 * Every proposal of a run, its last included, held against what each iteration itself recorded. What a proposal comes to is
 * told by the iteration in which it was made, never by what the run ended with.
 *
 * @param checks of the iterations with a proposal, in order
 * @param missing what would be needed and is not recorded, a sentence each; while there is any, nothing is concluded
 * @param unconfirmed applied, but never confirmed by the bot (count)
 * @param nestedMissPaths names among the parameters proposed or changed that are in no catalogue (count)
 */
public record DeltaVerification(List<DeltaCheck> checks, List<String> missing, long unconfirmed, long nestedMissPaths) {
    public DeltaVerification {
        checks = List.copyOf(checks);
        missing = List.copyOf(missing);
    }

    public static DeltaVerification of(RunAccount account) {
        List<DeltaCheck> checks = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        if (account.iterations().isEmpty()) {
            missing.add("there is no iteration");
        }
        for (IterationAccount iteration : account.iterations()) {
            if (!iteration.tuning().proposed().isEmpty()) {
                note(iteration, missing);
                checks.add(DeltaChecks.of(iteration));
            }
        }
        var quality = account.lasts().stream().findFirst().map(Verdict::getDeltaQuality);
        return new DeltaVerification(
                checks,
                missing,
                quality.map(counts -> counts.getUnconfirmed()).orElse(0L),
                quality.map(counts -> counts.getNestedMissPaths()).orElse(0L));
    }

    private static void note(IterationAccount iteration, List<String> missing) {
        TuningAccount tuning = iteration.tuning();
        if (tuning.outcome() == ApplicationOutcome.UNKNOWN) {
            missing.add("iteration " + iteration.iteration() + ": what became of its proposal is not recorded");
        } else if (tuning.applied() && tuning.changed().isEmpty()) {
            missing.add("iteration " + iteration.iteration() + ": changed_keys: what it changed is not recorded");
        }
    }

    public DeltaQuality quality() {
        return new TuningTally.DeltaQuality(
                checks.size(),
                count(Kind.FULL),
                count(Kind.JUSTIFIED),
                count(Kind.FAILED),
                checks.stream().filter(DeltaCheck::stuck).count(),
                unconfirmed);
    }

    private long count(Kind kind) {
        return checks.stream().filter(check -> check.kind() == kind).count();
    }
}
