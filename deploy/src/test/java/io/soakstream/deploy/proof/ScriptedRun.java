package io.soakstream.deploy.proof;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.ControlAction;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.support.Events;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Makes the events of one run: moods that last, missing KPIs, duplicates, late ones, signed and unsigned commands. Half
 * of the bots echo what they run with, mostly what they should: the loop is closed over {@link LoopedTuner}.
 */
final class ScriptedRun {
    private static final Duration PERIOD = Duration.ofMinutes(5);
    private static final double DUPLICATES = 0.02;
    private static final double LATE = 0.01;
    private static final double COMMANDS = 0.03;
    private static final double UNSIGNED = 0.2;
    private static final double DISOBEDIENT = 0.05;
    /** A run keeps its mood for so many iterations, about three windows (count). */
    private static final int MOOD_ITERATIONS = 25;

    private static final List<ControlAction> ACTIONS = List.of(
            ControlAction.FREEZE,
            ControlAction.UNFREEZE,
            ControlAction.ROLLBACK,
            ControlAction.REBASE,
            ControlAction.AUTO_TUNE_OFF,
            ControlAction.AUTO_TUNE_ON);

    private final RunKey key;
    private final Random random;
    private final LoopedTuner tuner;
    private final boolean echoing;
    private final List<SoakEvent> events = new ArrayList<>();
    private int mood;

    ScriptedRun(RunKey key, Random random, LoopedTuner tuner, boolean echoing) {
        this.key = key;
        this.random = random;
        this.tuner = tuner;
        this.echoing = echoing;
    }

    List<SoakEvent> events(int iterations) {
        // Not live: silence on the wall clock would bring ticks, at another place each time.
        add(event(0).setRunStarted(RunStarted.newBuilder()
                .setMode(RunMode.SIMULATED)
                .setTotalIterations(iterations)
                .build()));
        for (int number = 1; number <= iterations; number++) {
            if (number < iterations && random.nextDouble() < LATE) {
                // The next one first: this one is then refused.
                SoakEvent.Builder overtaken = iteration(number);
                add(iteration(++number));
                add(overtaken);
            } else {
                add(iteration(number));
            }
            if (random.nextDouble() < DUPLICATES) {
                add(SoakEvent.newBuilder(events.get(events.size() - 1)));
            }
            if (random.nextDouble() < COMMANDS) {
                add(command(number));
            }
        }
        add(event(iterations).setRunEnded(RunEnded.newBuilder().build()));
        return events;
    }

    private void add(SoakEvent.Builder event) {
        SoakEvent built = event.build();
        tuner.decide(built);
        events.add(built);
    }

    private SoakEvent.Builder iteration(int number) {
        if (number % MOOD_ITERATIONS == 1) {
            mood = random.nextInt(5);
        }
        IterationSummary.Builder kpis = Events.healthy(number)
                .setNetBps((mood == 1 ? 1.5 : 3.5) + random.nextGaussian())
                .setRiskRatio(Math.min(1.0, (mood == 2 ? 0.45 : 0.25) + 0.1 * random.nextDouble()))
                .setMakerTakerRatio((mood == 3 ? 0.7 : 0.86) + 0.05 * random.nextDouble())
                .setP95LatencyMs((mood == 4 ? 320 : 200) + 40 * random.nextDouble());
        if (random.nextInt(40) == 0) {
            kpis.setNetBps(null);
        }
        if (echoing) {
            kpis.setMixed(random.nextDouble() < DISOBEDIENT)
                    .setOverridesHash(random.nextDouble() < DISOBEDIENT ? tuner.previousHash() : tuner.stateHash());
        }
        return event(number).setIterationSummary(kpis.build());
    }

    private SoakEvent.Builder command(int number) {
        ControlAction action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        boolean values = action == ControlAction.ROLLBACK || action == ControlAction.REBASE;
        ControlCommand command = ControlCommand.newBuilder()
                .setId("command-" + number)
                .setAction(action)
                .setValues(values ? startValues() : List.of())
                .setSubsystems(action == ControlAction.FREEZE && random.nextBoolean() ? List.of("rebid") : List.of())
                .setActor("proof")
                .setReason("proof")
                .setIssuedAtMs(Events.START.toEpochMilli() + number)
                .setKeyId(ProofKeys.KEY_ID)
                .build();
        boolean unsigned = random.nextDouble() < UNSIGNED;
        return event(number).setControlCommand(unsigned ? command : ProofKeys.signed(command, key.text()));
    }

    private static List<ParameterValue> startValues() {
        return Overrides.start(ParameterCatalogue.standard()).values().entrySet().stream()
                .map(entry -> new ParameterValue(entry.getKey(), Decimals.plain(entry.getValue())))
                .toList();
    }

    private SoakEvent.Builder event(int number) {
        return Events.event(Events.START.plus(PERIOD.multipliedBy(number)))
                .setBot(key.bot())
                .setRun(key.run());
    }
}
