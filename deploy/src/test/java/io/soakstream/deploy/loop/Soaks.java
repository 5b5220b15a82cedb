package io.soakstream.deploy.loop;

import io.soakstream.deploy.offline.OfflineLoop;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.SimulatedBot;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.simulator.Regime;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.Profile;
import io.soakstream.schemas.profile.StartPlan;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Simulated soaks from a bad start, without a broker. */
final class Soaks {
    static final int ITERATIONS = 48;
    static final Profile RECKLESS = Profile.read("reckless", ParameterCatalogue.standard());
    static final Profile BEST_CELL = Profile.read("best_cell", ParameterCatalogue.standard());

    private Soaks() {}

    /** A bot that does as it is told. */
    static OfflineLoop.Result tuned(long seed, Regime regime) {
        return tuned(RECKLESS, seed, regime, UnaryOperator.identity());
    }

    /** A bot that does, and a tuner that only proposes. */
    static OfflineLoop.Result untuned(long seed, Regime regime) {
        return run(RECKLESS, false, seed, regime, UnaryOperator.identity());
    }

    /** @param around what stands between the bot and what it is told */
    static OfflineLoop.Result tuned(long seed, Regime regime, UnaryOperator<LoopBot> around) {
        return tuned(RECKLESS, seed, regime, around);
    }

    static OfflineLoop.Result tuned(Profile start, long seed, Regime regime, UnaryOperator<LoopBot> around) {
        return run(start, true, seed, regime, around);
    }

    private static OfflineLoop.Result run(
            Profile start, boolean autoTune, long seed, Regime regime, UnaryOperator<LoopBot> around) {
        SimulatedRun run = new SimulatedRun(
                new RunKey("simulated", "soak"),
                ITERATIONS,
                SimulatedRun.BEGIN,
                Duration.ofMinutes(5),
                new StartPlan(Optional.of(start), Optional.empty(), Optional.empty()),
                autoTune);
        LoopBot bot = new SimulatedBot(SimulatedMarket.of(seed, RegimePlan.of(regime)), iteration -> {});
        return OfflineLoop.run(run, around.apply(bot));
    }
}
