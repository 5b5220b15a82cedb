package io.soakstream.tuner.domain.rule;

import java.math.BigDecimal;

/**
 * What the rules remember from iteration to iteration.
 *
 * @param negativeIterations iterations in a row with a negative net edge (count)
 * @param sinceFallback iterations since the fallback last fired, this one included (count), up to {@link #LONG_AGO}
 */
public record RuleMemory(int negativeIterations, int sinceFallback) {
    /** Never, or longer ago than any limit asks for. */
    public static final int LONG_AGO = 1_000_000;

    public static RuleMemory initial() {
        return new RuleMemory(0, LONG_AGO);
    }

    /** One more iteration without data: the streak stays as it is. */
    public RuleMemory counted() {
        return new RuleMemory(negativeIterations, Math.min(LONG_AGO, sinceFallback + 1));
    }

    /** One more iteration with a known net edge (bps). */
    public RuleMemory counted(BigDecimal netBps) {
        RuleMemory next = counted();
        int streak = netBps.signum() < 0 ? Math.min(LONG_AGO, negativeIterations + 1) : 0;
        return new RuleMemory(streak, next.sinceFallback);
    }

    RuleMemory fellBack() {
        return new RuleMemory(0, 0);
    }
}
