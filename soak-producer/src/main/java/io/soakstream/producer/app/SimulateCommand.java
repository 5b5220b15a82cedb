package io.soakstream.producer.app;

import io.soakstream.producer.client.ClientLimits;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.live.LiveLoop;
import io.soakstream.producer.live.Pace;
import io.soakstream.producer.loop.ClosedLoop;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.simulator.SimulatedIteration;
import io.soakstream.schemas.profile.StartPlan;
import io.soakstream.schemas.runtime.ExitCode;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.schemas.topic.AccessCatalogue;
import io.soakstream.schemas.topic.TopicPreflight;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Simulated bots in closed loops with the tuner and the gate that are running. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Simulated bots: their KPIs depend on their overrides, which they take from the gate.",
        exitCodeOnInvalidInput = ExitCode.USAGE,
        exitCodeOnExecutionException = ExitCode.INTERNAL,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every run has ended as planned",
            "64:an option is wrong",
            "69:the broker, the registry or the gate does not answer"
        })
public final class SimulateCommand implements Callable<Integer> {
    private static final int MAX_BOTS = 1000;
    private static final long MAX_PERIOD_SECONDS = 3600;

    private final KafkaAccess access;
    private final InstantSource clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--bot",
            paramLabel = "B",
            defaultValue = "simulated",
            description = "Name of the bot (default: ${DEFAULT-VALUE}); of several B-1, B-2, ...")
    private String bot;

    @Option(names = "--run", paramLabel = "R", description = "Name of the run (default: RUN_<epoch_ms>).")
    private Optional<String> run = Optional.empty();

    @Option(
            names = "--bots",
            paramLabel = "N",
            defaultValue = "1",
            description = "How many bots, each with a seed of its own (default: ${DEFAULT-VALUE}).")
    private int bots;

    @Option(
            names = "--period-seconds",
            paramLabel = "N",
            defaultValue = "300",
            description = "Length of an iteration (default: ${DEFAULT-VALUE}).")
    private long periodSeconds;

    @Option(
            names = "--real-time",
            description = "Each iteration takes its period by the clock (default: as fast as the gate answers, at times"
                    + " that are made up).")
    private boolean realTime;

    @Mixin
    private MetricsOptions metrics;

    @Mixin
    private SimulationOptions simulation;

    @Mixin
    private StartOptions start;

    /**
     * @param access where the broker and the registry are
     * @param clock for the names of runs that are given none, and for real time
     */
    public SimulateCommand(KafkaAccess access, InstantSource clock) {
        this.access = access;
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        return Exit.of(this::simulate, spec.commandLine().getErr());
    }

    private Exit simulate() throws Exception {
        requireRange("--bots", bots, MAX_BOTS);
        requireRange("--period-seconds", periodSeconds, MAX_PERIOD_SECONDS);
        Pace pace = realTime ? Pace.realTime(clock) : Pace.simulated(SimulatedRun.BEGIN);
        List<SimulatedRun> runs = runs(pace);
        TopicPreflight.require(
                access.clientProperties(),
                new AccessCatalogue(access.topics()).simulator().needed());
        ExecutorService threads = Executors.newFixedThreadPool(bots);
        try (MetricsOptions.AutoCloseablePage page = metrics.show(this::say);
                Interrupt interrupt = Interrupt.install(pace::stop);
                SoakProducer producer = SoakProducer.connect(access, ClientLimits.defaults(), clock)) {
            List<Future<?>> loops = new ArrayList<>();
            for (int number = 0; number < bots; number++) {
                int which = number;
                loops.add(threads.submit(() -> loop(producer, pace, runs.get(which), which)));
            }
            await(loops);
            return Exit.OK;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<SimulatedRun> runs(Pace pace) {
        StartPlan plan = start.planFrom(spec.commandLine(), SimulationOptions.START);
        String name = run.orElseGet(() -> RunKey.freshRun(clock));
        List<SimulatedRun> runs = new ArrayList<>();
        for (int number = 1; number <= bots; number++) {
            runs.add(simulation.run(
                    spec.commandLine(),
                    key(bots == 1 ? bot : bot + "-" + number, name),
                    pace.begin(),
                    Duration.ofSeconds(periodSeconds),
                    plan));
        }
        return runs;
    }

    private RunKey key(String botName, String runName) {
        try {
            return new RunKey(botName, runName);
        } catch (IllegalArgumentException unusable) {
            throw new ParameterException(spec.commandLine(), unusable.getMessage(), unusable);
        }
    }

    private void requireRange(String option, long value, long most) {
        if (value < 1 || value > most) {
            throw new ParameterException(spec.commandLine(), option + " must be from 1 to " + most + ": " + value);
        }
    }

    private void loop(SoakProducer producer, Pace pace, SimulatedRun simulated, int number) {
        LoopProgress progress = new LoopProgress(simulated, this::say);
        try (LiveLoop live = new LiveLoop(access, producer, pace)) {
            Consumer<SimulatedIteration> telemetry = metrics.telemetry(
                    bots == 1 ? Optional.empty() : Optional.of(simulated.key().bot()), simulated.period());
            new ClosedLoop(simulated, simulation.bot(simulated, number, telemetry.andThen(progress::iteration)))
                    .over(live, () -> !pace.isStopped());
        }
        say(simulated.key() + ": "
                + (pace.isStopped()
                        ? "ended before its time"
                        : simulated.iterations() + " iterations written to "
                                + access.topics().events().name()));
    }

    private static void await(List<Future<?>> loops) throws Exception {
        for (Future<?> loop : loops) {
            try {
                loop.get();
            } catch (ExecutionException failed) {
                throw failed.getCause() instanceof Exception cause ? cause : failed;
            }
        }
    }

    private synchronized void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
