package io.soakstream.producer.loop;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.parameter.Overrides;
import java.util.List;
import java.util.Optional;

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
        port.start(run);
        for (int iteration = 1; iteration <= run.iterations(); iteration++) {
            List<Sent> sent = bot.period(iteration, InForce.throughout(told));
            sent.forEach(this::remember);
            port.exchange(iteration, sent).ifPresent(newest -> told = newest);
        }
        port.end(last);
    }

    private void remember(Sent sent) {
        last = sent.sound().or(() -> last);
    }
}
