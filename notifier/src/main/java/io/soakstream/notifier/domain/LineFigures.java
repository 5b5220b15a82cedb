package io.soakstream.notifier.domain;

import java.util.Locale;
import java.util.Optional;

/**
 * The numbers of the published line: means over the window.
 *
 * @param guards activations of oscillation, velocity and cooldown in the window (count)
 */
public record LineFigures(
        Optional<Double> riskRatio,
        Optional<Double> makerShare,
        Optional<Double> netBps,
        Optional<Double> latencyMs,
        int guards) {

    public static LineFigures none() {
        return new LineFigures(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0);
    }

    /** {@code Soak [FAIL] FAIL | risk=0.41 | mt=0.89 | net=3.13 | latency=305ms | guards=2}. */
    public String line(Level level) {
        return String.format(
                Locale.ROOT,
                "Soak [%s] %s | risk=%s | mt=%s | net=%s | latency=%sms | guards=%d",
                level,
                level,
                number("%.2f", riskRatio),
                number("%.2f", makerShare),
                number("%.2f", netBps),
                number("%.0f", latencyMs),
                guards);
    }

    private static String number(String format, Optional<Double> value) {
        return value.map(known -> String.format(Locale.ROOT, format, known)).orElse("n/a");
    }
}
