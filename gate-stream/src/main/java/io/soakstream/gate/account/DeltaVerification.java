package io.soakstream.gate.account;

import io.soakstream.gate.account.DeltaCheck.Kind;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.gate.domain.TuningTally.DeltaQuality;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

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
    /** As many are named (count). */
    private static final int NAMED = 10;

    public DeltaVerification {
        checks = List.copyOf(checks);
        missing = List.copyOf(missing);
    }

    public static DeltaVerification of(RunAccount account) {
        List<IterationAccount> proposing = account.iterations().stream()
                .filter(iteration -> !iteration.tuning().proposed().isEmpty())
                .toList();
        Optional<io.soakstream.schemas.contract.DeltaQuality> counted =
                account.lasts().stream().findFirst().map(Verdict::getDeltaQuality);
        return new DeltaVerification(
                proposing.stream().map(DeltaChecks::of).toList(),
                missing(account, proposing),
                counted.map(io.soakstream.schemas.contract.DeltaQuality::getUnconfirmed)
                        .orElse(0L),
                counted.map(io.soakstream.schemas.contract.DeltaQuality::getNestedMissPaths)
                        .orElse(0L));
    }

    private static List<String> missing(RunAccount account, List<IterationAccount> proposing) {
        if (account.iterations().isEmpty()) {
            return List.of("there is no iteration");
        }
        List<Integer> silent = proposing.stream()
                .filter(iteration -> !iteration.tuning().hasEvidence())
                .map(IterationAccount::iteration)
                .toList();
        if (silent.isEmpty()) {
            return List.of();
        }
        String first = silent.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
        String more = silent.size() > NAMED ? " and " + (silent.size() - NAMED) + " more" : "";
        return List.of("iterations " + first + more
                + ": what became of the proposal is not recorded (changed_keys of what was applied)");
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

    /** Proposals of which it is not recorded what became of them (count). */
    public long unknown() {
        return count(Kind.UNKNOWN);
    }

    private long count(Kind kind) {
        return checks.stream().filter(check -> check.kind() == kind).count();
    }
}
