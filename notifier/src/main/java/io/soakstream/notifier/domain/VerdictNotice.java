package io.soakstream.notifier.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * What people are told of a verdict.
 *
 * @param replay the run replays another one
 * @param level PASS, WARN, FAIL or INCONCLUSIVE
 * @param previousLevel the verdict before it; empty for the first of a run
 * @param riskRatio mean over the window (ratio); likewise the three after it, in their units
 * @param guardCount activations of oscillation, velocity and cooldown in the window (count)
 */
public record VerdictNotice(
        String bot,
        String run,
        boolean replay,
        int iteration,
        String level,
        Optional<String> previousLevel,
        Optional<Double> riskRatio,
        Optional<Double> makerShare,
        Optional<Double> netBps,
        Optional<Double> latencyMs,
        int guardCount) {

    /** Only a change of verdict is told, the first of a run included, and never that of a replay. */
    public boolean isWorthTelling() {
        return !replay && !previousLevel.equals(Optional.of(level));
    }

    /** The published one-line message: {@code Soak [FAIL] FAIL | risk=0.41 | mt=0.89 | net=3.13 | ...}. */
    public String oneLine() {
        return String.format(
                Locale.ROOT,
                "Soak [%s] %s | risk=%s | mt=%s | net=%s | latency=%sms | guards=%d",
                level,
                level,
                number("%.2f", riskRatio),
                number("%.2f", makerShare),
                number("%.2f", netBps),
                number("%.0f", latencyMs),
                guardCount);
    }

    private static String number(String format, Optional<Double> value) {
        return value.map(known -> String.format(Locale.ROOT, format, known)).orElse("n/a");
    }
}
