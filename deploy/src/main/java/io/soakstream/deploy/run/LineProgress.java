package io.soakstream.deploy.run;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.Locale;
import java.util.function.Consumer;

/** A line for each iteration: for logs, and terminals that are none. */
public final class LineProgress implements RunProgress {
    private final int iterations;
    private final Consumer<String> lines;

    /** @param iterations how many there will be (count) */
    public LineProgress(int iterations, Consumer<String> lines) {
        this.iterations = iterations;
        this.lines = lines;
    }

    @Override
    public void iteration(TuningDecision decision, Verdict verdict) {
        IterationSummary iteration = decision.getIterationSummary();
        lines.accept(String.format(
                Locale.ROOT,
                "iteration %d of %d: net %s bps, risk %s, share %s, p95 %s ms; %s%s; %s",
                iteration.getIteration(),
                iterations,
                text(iteration.getNetBps(), "%.2f"),
                text(iteration.getRiskRatio(), "%.2f"),
                text(iteration.getMakerTakerRatio(), "%.2f"),
                text(iteration.getP95LatencyMs(), "%.0f"),
                decision.getOutcome(),
                decision.getReason() == null ? "" : " (" + decision.getReason() + ")",
                verdict.getVerdict()));
    }

    private static String text(Double value, String format) {
        return value == null ? "-" : String.format(Locale.ROOT, format, value);
    }

    @Override
    public void close() {
        // Every line is out already.
    }
}
