package io.soakstream.gate.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
     */
    public Step judge(RunRecord record, int iteration, int iterationsTotal, JudgedWindow window) {
        WindowFindings findings = WindowFindings.of(record.window());
        RunRecord next = record;
        List<RunVerdict> verdicts = new ArrayList<>();
        for (Policy policy : policies) {
            RunVerdict verdict = verdict(policy, record, iteration, iterationsTotal, window, findings);
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
            int iteration,
            int iterationsTotal,
            JudgedWindow window,
            WindowFindings findings) {
        Optional<RunRecord.ChainHead> head = Optional.ofNullable(record.chains().get(policy.name()));
        Judgement judgement = Judge.judge(policy, window);
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
