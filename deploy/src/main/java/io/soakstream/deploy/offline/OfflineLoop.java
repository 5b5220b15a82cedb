package io.soakstream.deploy.offline;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.loop.ClosedLoop;
import io.soakstream.producer.loop.LoopBot;
import io.soakstream.producer.loop.LoopPort;
import io.soakstream.producer.loop.Sent;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.overrides.DesiredOverrides;
import io.soakstream.producer.overrides.OverridesReading;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.topic.Topics;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.Decision;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A closed loop in this process: simulated bot, the tuner's own topology, the gate's own topology, and back. */
public final class OfflineLoop implements LoopPort, AutoCloseable {
    private final Topics topics = Topics.standard();
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final Path directory = OfflineDriver.temporaryDirectory();
    private final OfflineTuner tuner;
    private final OfflineJudge gate;
    private final List<SoakEvent> events = new ArrayList<>();
    private final List<Decision> decisions = new ArrayList<>();
    private final List<Verdict> verdicts = new ArrayList<>();
    private final List<DeltaApplication> applications = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();
    private SimulatedRun run;
    private Overrides told;

    public OfflineLoop(TunerConfig tunerConfig, GateConfig gateConfig) {
        this.tuner = new OfflineTuner(tunerConfig, topics, serdes, directory, decisions::add);
        this.gate = new OfflineJudge(gateConfig, topics, serdes, directory);
    }

    /**
     * What a run came to.
     *
     * @param events what the bot sent, but what was no event
     * @param decisions the tuner's, with all that led to them
     * @param applications the gate's
     * @param verdicts of all policies, in order
     * @param refusals what was set aside, in words
     * @param told what the bot was told last
     */
    public record Result(
            List<SoakEvent> events,
            List<Decision> decisions,
            List<DeltaApplication> applications,
            List<Verdict> verdicts,
            List<String> refusals,
            Overrides told) {
        public Result {
            events = List.copyOf(events);
            decisions = List.copyOf(decisions);
            applications = List.copyOf(applications);
            verdicts = List.copyOf(verdicts);
            refusals = List.copyOf(refusals);
        }

        /** @throws java.util.NoSuchElementException not one iteration could be judged */
        public Verdict last() {
            return verdicts.stream().reduce((earlier, later) -> later).orElseThrow();
        }
    }

    /** One run from beginning to end, by the default configuration. */
    public static Result run(SimulatedRun run, LoopBot bot) {
        try (OfflineLoop loop = new OfflineLoop(TunerConfig.defaults(), GateConfig.defaults())) {
            return loop.complete(run, bot);
        }
    }

    /** One run from beginning to end. */
    public Result complete(SimulatedRun simulated, LoopBot bot) {
        new ClosedLoop(simulated, bot).over(this);
        return new Result(events, decisions, applications, verdicts, refusals, told);
    }

    @Override
    public void start(SimulatedRun started) {
        run = started;
        told = run.startValues();
        decide(event(run.begin()).setRunStarted(run.started()).build());
        gate.overrides();
    }

    @Override
    public boolean await(int iteration) {
        return true;
    }

    @Override
    public Optional<Overrides> exchange(int iteration, List<Sent> sent) {
        sent.forEach(one -> one.fold(this::iteration, this::garbage));
        Optional<Overrides> newest = gate.overrides().stream()
                .reduce((earlier, later) -> later)
                .map(OverridesReading::of)
                .map(DesiredOverrides::values);
        newest.ifPresent(values -> told = values);
        return newest;
    }

    private Void iteration(IterationSummary summary) {
        decide(event(run.timeOf(summary.getIteration()))
                .setIterationSummary(summary)
                .build());
        return null;
    }

    private Void garbage(byte[] bytes) {
        tuner.take(run.key().text(), bytes, refusals);
        return null;
    }

    @Override
    public void end(Optional<IterationSummary> last, boolean complete) {
        Optional<String> lastEcho = last.map(IterationSummary::getOverridesHash);
        decide(event(run.end()).setRunEnded(run.ended(lastEcho, complete)).build());
    }

    private void decide(SoakEvent event) {
        events.add(event);
        verdicts.addAll(gate.judge(tuner.decide(List.of(event), refusals)));
        applications.addAll(gate.applications());
        refusals.addAll(gate.refusals());
    }

    private SoakEvent.Builder event(Instant time) {
        RunKey key = run.key();
        return SoakEvent.newBuilder().setBot(key.bot()).setRun(key.run()).setEventTimeMs(time.toEpochMilli());
    }

    @Override
    public void close() {
        tuner.close();
        gate.close();
        OfflineDriver.delete(directory);
    }
}
