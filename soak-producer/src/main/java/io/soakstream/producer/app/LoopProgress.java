package io.soakstream.producer.app;

import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.simulator.SimulatedIteration;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells of a simulated run now and again. */
public final class LoopProgress {
    /** Half an hour of the run (iterations). */
    private static final int EVERY = 6;

    private final SimulatedRun run;
    private final Consumer<String> lines;

    public LoopProgress(SimulatedRun run, Consumer<String> lines) {
        this.run = run;
        this.lines = lines;
    }

    public void iteration(SimulatedIteration iteration) {
        if (iteration.iteration() == 1 || iteration.iteration() % EVERY == 0) {
            lines.accept(String.format(
                    Locale.ROOT,
                    "%s iteration %2d of %d: net %5.2f bps, risk %.2f, maker share %.2f, p95 %3.0f ms",
                    run.key().bot(),
                    iteration.iteration(),
                    run.iterations(),
                    iteration.netBps(),
                    iteration.blocks().riskRatio(),
                    iteration.makerShare(),
                    iteration.p95LatencyMs()));
        }
    }
}
