package io.soakstream.deploy.benchmark;

import io.soakstream.deploy.fixture.NotifiedRuns;
import io.soakstream.deploy.fixture.ReceivedMessages;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;

/**
 * A stretch of one long sequence of verdicts, PASS and FAIL by turns, over an odd number of runs in turn: each run fails
 * and recovers by turns, and every verdict is told.
 *
 * @param before verdicts of the sequence before this stretch (count)
 * @param records verdicts of this stretch (count)
 */
record VerdictLoad(long before, long records) implements Load<Verdict> {
    static final int RUNS = 101;
    /** For each FAIL, itself and a PASS (count). */
    static final int VERDICTS_PER_FAILURE = 2;

    /** So many verdicts more. */
    VerdictLoad next(long records) {
        return new VerdictLoad(verdictsSoFar(), records);
    }

    /** With those before (count). */
    long verdictsSoFar() {
        return before + records;
    }

    boolean isFailure(long n) {
        return (before + n) % VERDICTS_PER_FAILURE == 1;
    }

    @Override
    public String key(long n) {
        return NotifiedRuns.key(run(n));
    }

    @Override
    public Verdict value(long n) {
        return NotifiedRuns.verdict(run(n), iteration(n), isFailure(n) ? VerdictLevel.FAIL : VerdictLevel.PASS, false);
    }

    /** What finds its message among those that a platform has taken. */
    String message(long n) {
        return ReceivedMessages.key(run(n), iteration(n));
    }

    private String run(long n) {
        return NotifiedRuns.run((int) ((before + n) % RUNS));
    }

    private int iteration(long n) {
        return Math.toIntExact(1 + (before + n) / RUNS);
    }
}
