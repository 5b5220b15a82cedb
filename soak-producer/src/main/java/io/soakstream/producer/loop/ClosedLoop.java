package io.soakstream.producer.loop;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.parameter.Overrides;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Bot, tuner, gate and back to the bot, in lock-step: one seed gives one run wherever it takes place. */
public final class ClosedLoop {
    private final SimulatedRun run;
    private final LoopBot bot;
    private Overrides told;
    private Optional<IterationSummary> last = Optional.empty();

    public ClosedLoop(SimulatedRun run, LoopBot bot) {
        this.run = run;
        this.bot = bot;
        this.told = run.startValues();
    }

    /** The whole run, once. */
    public void over(LoopPort port) {
        over(port, () -> true);
    }

    /**
     * The run as far as it goes, once.
     *
     * @param goesOn asked before each period; false ends the run before its time
     */
    public void over(LoopPort port, BooleanSupplier goesOn) {
        port.start(run);
        int done = 0;
        while (done < run.iterations() && goesOn.getAsBoolean() && port.await(done + 1)) {
            done++;
            List<Sent> sent = bot.period(done, InForce.throughout(told));
            sent.forEach(this::remember);
            port.exchange(done, sent).ifPresent(newest -> told = newest);
        }
        port.end(last, done == run.iterations());
    }

    private void remember(Sent sent) {
        last = sent.sound().or(() -> last);
    }
}
