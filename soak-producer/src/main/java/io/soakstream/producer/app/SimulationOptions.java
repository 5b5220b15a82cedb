package io.soakstream.producer.app;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.SimulatedBot;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.loop.misbehaviour.Misbehaviour;
import io.soakstream.producer.simulator.SimulatedIteration;
import io.soakstream.schemas.profile.StartPlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The flags of a simulated run; without any of them it is the one that the demo shows. */
public final class SimulationOptions {
    /** Profile of a run that names none. */
    public static final String START = "reckless";

    private static final int MAX_ITERATIONS = 100_000;

    @Mixin
    private MarketOptions market;

    @Option(
            names = "--iterations",
            paramLabel = "N",
            defaultValue = "48",
            description = "How many iterations (default: ${DEFAULT-VALUE}).")
    private int iterations;

    @Option(
            names = "--misbehave",
            paramLabel = "HOW",
            converter = MisbehaviourConverter.class,
            description = "What the bot does wrong: ignores, halves, mixes, stalls, repeats, reorders or nonsense.")
    private Optional<Misbehaviour> misbehaviour = Optional.empty();

    @Option(
            names = "--auto-tune",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Whether the run is tuned; with --no-auto-tune the tuner only proposes (default: tuned).")
    private boolean autoTune;

    /**
     * What is declared about the run.
     *
     * @throws ParameterException the number of iterations is out of range
     */
    public SimulatedRun run(CommandLine command, RunKey key, Instant begin, Duration period, StartPlan start) {
        if (iterations < 1 || iterations > MAX_ITERATIONS) {
            throw new ParameterException(
                    command, "--iterations must be from 1 to " + MAX_ITERATIONS + ": " + iterations);
        }
        return new SimulatedRun(key, iterations, begin, period, start, autoTune);
    }

    /**
     * The bot of a run.
     *
     * @param number of the bot among several, from 0: each has a seed of its own
     * @param observer is shown every iteration
     */
    public LoopBot bot(SimulatedRun run, int number, Consumer<SimulatedIteration> observer) {
        SimulatedBot bot = new SimulatedBot(market.market(number, run.period()), observer);
        return misbehaviour.<LoopBot>map(wrong -> wrong.around(bot)).orElse(bot);
    }
}
