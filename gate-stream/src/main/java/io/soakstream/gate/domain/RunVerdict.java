package io.soakstream.gate.domain;

import java.util.Optional;

/**
 * A verdict with all that it rests on.
 *
 * @param sequence its number in its run and policy, from 1
 * @param previousLevel the verdict before it; empty for the first
 * @param iterationsTotal iterations accepted so far (count)
 * @param worst the worst of the run so far, this one included
 * @param last the run has ended
 * @param previousDigest digest of the verdict before; empty text for the first
 * @param digest hex SHA-256 of the previous digest and the canonical content
 */
public record RunVerdict(
        Policy policy,
        long sequence,
        int iteration,
        Optional<VerdictLevel> previousLevel,
        Judgement judgement,
        JudgedWindow window,
        WindowFindings findings,
        TuningTally tally,
        int iterationsTotal,
        Worst worst,
        boolean last,
        String previousDigest,
        String digest) {}
