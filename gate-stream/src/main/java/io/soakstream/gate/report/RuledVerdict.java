package io.soakstream.gate.report;

import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.Reason;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.schemas.contract.DeltaQuality;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.projection.Confirmation;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A verdict as a command sees it that ends with it. */
public final class RuledVerdict {
    private static final Set<RunMode> CLOSED_LOOP = Set.of(RunMode.LIVE, RunMode.SIMULATED);

    private RuledVerdict() {}

    /**
     * The last verdicts of a run, each by the rule and seen together with what was refused.
     *
     * @param refusals what of the input was refused, in words
     */
    public static List<Verdict> all(List<Verdict> lasts, List<String> refusals, GateRule rule) {
        return lasts.stream()
                .map(last -> of(RefusedInput.applied(last, refusals), rule))
                .toList();
    }

    /**
     * The last verdicts of a run, each by the rule and seen together with what was refused and with what the recording
     * shows of its proposals.
     */
    public static List<Verdict> all(List<Verdict> lasts, List<String> refusals, GateRule rule, DeltaEvidence evidence) {
        return all(lasts, refusals, rule).stream().map(evidence::applied).toList();
    }

    /** Those of all policies that judged a run of which everything is known. */
    public static List<Verdict> all(RunAccount account, GateRule rule) {
        return all(account.lasts(), account.refusals(), rule, DeltaEvidence.of(account));
    }

    /** Never better than it was; the digest stays that of what was judged. */
    public static Verdict of(Verdict verdict, GateRule rule) {
        if (verdict.getVerdict() == VerdictLevel.UNKNOWN) {
            return verdict;
        }
        GateRule.Ruling ruling = rule.rule(
                io.soakstream.gate.domain.VerdictLevel.valueOf(
                        verdict.getVerdict().name()),
                run(verdict));
        if (ruling.reasons().isEmpty()) {
            return verdict;
        }
        List<String> added = ruling.reasons().stream().map(Reason::encoded).toList();
        List<String> before = verdict.getVerdict() == VerdictLevel.PASS ? List.of() : verdict.getReasons();
        return Verdict.newBuilder(verdict)
                .setVerdict(VerdictLevel.valueOf(ruling.level().name()))
                .setFreezeReady(false)
                .setReasons(with(before, added))
                .setMissing(with(verdict.getMissing(), added))
                .build();
    }

    private static GateRule.Run run(Verdict verdict) {
        return new GateRule.Run(
                verdict.getFreezeReady(),
                quality(verdict.getDeltaQuality()),
                CLOSED_LOOP.contains(verdict.getMode()),
                confirmation(verdict.getVerification()));
    }

    private static TuningTally.DeltaQuality quality(DeltaQuality quality) {
        return quality == null
                ? TuningTally.empty().quality()
                : new TuningTally.DeltaQuality(
                        quality.getProposed(),
                        quality.getFull(),
                        quality.getJustified(),
                        quality.getFailed(),
                        quality.getStuck(),
                        quality.getUnconfirmed());
    }

    /** Of a run whose start is not known nobody has confirmed anything. */
    private static Confirmation.State confirmation(Verification verification) {
        return verification == Verification.UNKNOWN
                ? Confirmation.State.UNVERIFIED
                : Confirmation.State.valueOf(verification.name());
    }

    private static List<String> with(List<String> before, List<String> added) {
        return Stream.concat(before.stream(), added.stream()).distinct().toList();
    }
}
