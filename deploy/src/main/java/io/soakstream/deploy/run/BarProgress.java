package io.soakstream.deploy.run;

import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with the time that is left and the current verdict: for people at a terminal. */
public final class BarProgress implements RunProgress {
    private static final int INTERVAL_MS = 250;
    private static final int WIDTH = 100;

    private final ProgressBar bar;

    /** @param iterations how many there will be (count) */
    public BarProgress(int iterations, PrintStream terminal) {
        this.bar = new ProgressBarBuilder()
                .setTaskName("soak")
                .setInitialMax(iterations)
                .setUpdateIntervalMillis(INTERVAL_MS)
                .setStyle(ProgressBarStyle.ASCII)
                .setConsumer(new ConsoleProgressBarConsumer(terminal, WIDTH))
                .build();
    }

    @Override
    public void iteration(TuningDecision decision, Verdict verdict) {
        bar.setExtraMessage(verdict.getVerdict().name());
        bar.stepTo(decision.getIterationSummary().getIteration());
    }

    @Override
    public void close() {
        bar.close();
    }
}
