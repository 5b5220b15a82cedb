package io.soakstream.gate.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Judges the iterations of a run one after the other, by every policy, and links each policy's verdicts to a chain. */
public final class RunJudge {
    private final List<Policy> policies;

    public RunJudge(List<Policy> policies) {
        this.policies = List.copyOf(policies);
    }

    /** The record after an iteration, and its verdicts in the order of the policies. */
    public record Step(RunRecord next, List<RunVerdict> verdicts) {}

    /**
     * @param record the run so far, this iteration's facts included
     * @param iterationsTotal iterations accepted so far (count)
     * @param doubts why nothing can be concluded from it; empty: it can
     */
    public Step judge(RunRecord record, int iterationsTotal, JudgedWindow window, List<Reason> doubts) {
        return step(record, iterationsTotal, window, policy -> Judge.judge(policy, window)
                .doubted(doubts));
    }

    /**
     * One more verdict about the latest iteration of a run whose iterations stay away; none if one has said so already.
     *
     * @param periods without an iteration (count)
     */
    public Step stalled(RunRecord record, int iterationsTotal, int periods, List<Reason> doubts) {
        if (record.stalled()) {
            return new Step(record, List.of());
        }
        List<Reason> reasons = new ArrayList<>(doubts);
        reasons.add(Reason.of(Reason.STALLED, periods));
        JudgedWindow window = JudgedWindow.unknown(record.iterations());
        return step(record.halted(), iterationsTotal, window, policy -> Judgement.inconclusive(reasons));
    }

    private Step step(
            RunRecord record, int iterationsTotal, JudgedWindow window, Function<Policy, Judgement> judgements) {
        WindowFindings findings = WindowFindings.of(record.window());
        RunRecord next = record;
        List<RunVerdict> verdicts = new ArrayList<>();
        for (Policy policy : policies) {
            RunVerdict verdict = verdict(policy, record, iterationsTotal, judgements.apply(policy), window, findings);
            verdicts.add(verdict);
            next = next.with(
                    policy.name(),
                    new RunRecord.ChainHead(
                            verdict.sequence(), verdict.judgement().level(), verdict.digest()));
        }
        return new Step(next, verdicts);
    }

    private static RunVerdict verdict(
            Policy policy,
            RunRecord record,
            int iterationsTotal,
            Judgement judgement,
            JudgedWindow window,
            WindowFindings findings) {
        Optional<RunRecord.ChainHead> head = Optional.ofNullable(record.chains().get(policy.name()));
        int iteration = record.lastIteration();
        String previousDigest = head.map(RunRecord.ChainHead::digest).orElse("");
        String digest = VerdictContent.digest(
                previousDigest, policy, iteration, iterationsTotal, judgement, window, findings, record.tally());
        return new RunVerdict(
                policy,
                head.map(RunRecord.ChainHead::sequence).orElse(0L) + 1,
                iteration,
                head.map(RunRecord.ChainHead::level),
                judgement,
                window,
                findings,
                record.tally(),
                iterationsTotal,
                previousDigest,
                digest);
    }
}
