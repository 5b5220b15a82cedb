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
        Evidence evidence = new Evidence(window, record.within(window));
        return step(evidence.record(), iterationsTotal, window, false, policy -> Judge.judge(policy, evidence)
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
        return step(record.halted(), iterationsTotal, window, false, policy -> Judgement.inconclusive(reasons));
    }

    /** The last verdicts of a run: about its last window once more, seen together with how it ended. */
    public Step ended(RunRecord record, int iterationsTotal, Ending ending, List<Reason> doubts) {
        Evidence evidence = new Evidence(record.window().judged(), record);
        return step(record, iterationsTotal, evidence.window(), true, policy -> ending.applied(
                        Judge.judge(policy, evidence))
                .doubted(doubts));
    }

    private Step step(
            RunRecord record,
            int iterationsTotal,
            JudgedWindow window,
            boolean last,
            Function<Policy, Judgement> judgements) {
        WindowFindings findings = WindowFindings.of(record.window().facts());
        RunRecord next = record;
        List<RunVerdict> verdicts = new ArrayList<>();
        for (Policy policy : policies) {
            RunVerdict verdict =
                    verdict(policy, record, iterationsTotal, judgements.apply(policy), window, findings, last);
            verdicts.add(verdict);
            next = next.with(
                    policy.name(),
                    new RunRecord.ChainHead(
                            verdict.sequence(), verdict.judgement().level(), verdict.digest(), verdict.worst()));
        }
        return new Step(next, verdicts);
    }

    private static RunVerdict verdict(
            Policy policy,
            RunRecord record,
            int iterationsTotal,
            Judgement judgement,
            JudgedWindow window,
            WindowFindings findings,
            boolean last) {
        Optional<RunRecord.ChainHead> head = Optional.ofNullable(record.chains().get(policy.name()));
        int iteration = record.lastIteration();
        VerdictLevel level = judgement.level();
        Worst worst = head.map(RunRecord.ChainHead::worst)
                .map(before -> before.and(level, iteration))
                .orElseGet(() -> new Worst(level, iteration));
        String previousDigest = head.map(RunRecord.ChainHead::digest).orElse("");
        String digest = VerdictContent.digest(
                previousDigest, policy, iteration, iterationsTotal, judgement, window, findings, record.tally(), last);
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
                worst,
                last,
                previousDigest,
                digest);
    }
}
