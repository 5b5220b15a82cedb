package io.soakstream.deploy.run;

import io.soakstream.producer.client.ClientLimits;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.live.LiveLoop;
import io.soakstream.producer.live.Pace;
import io.soakstream.producer.loop.ClosedLoop;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.schemas.runtime.KafkaAccess;
import java.time.InstantSource;

/** A simulated bot in a closed loop. */
public final class SimulatedFeed implements RunFeed {
    private final SimulatedRun run;
    private final LoopBot bot;
    private final Pace pace;

    public SimulatedFeed(SimulatedRun run, LoopBot bot, Pace pace) {
        this.run = run;
        this.bot = bot;
        this.pace = pace;
    }

    @Override
    public RunKey key() {
        return run.key();
    }

    @Override
    public int iterations() {
        return run.iterations();
    }

    @Override
    public void run(KafkaAccess access) {
        try (SoakProducer producer = SoakProducer.connect(access, ClientLimits.defaults(), InstantSource.system());
                LiveLoop live = new LiveLoop(access, producer, pace)) {
            new ClosedLoop(run, bot).over(live, () -> !pace.isStopped());
        }
    }

    @Override
    public void stop() {
        pace.stop();
    }
}
