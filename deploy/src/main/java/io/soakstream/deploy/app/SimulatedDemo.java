package io.soakstream.deploy.app;

import io.soakstream.deploy.offline.OfflineLoop;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.producer.app.LoopProgress;
import io.soakstream.producer.app.SimulationOptions;
import io.soakstream.producer.client.ClientLimits;
import io.soakstream.producer.client.SoakProducer;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.live.LiveLoop;
import io.soakstream.producer.live.Pace;
import io.soakstream.producer.loop.ClosedLoop;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.runtime.KafkaAccess;
import io.soakstream.tuner.config.TunerConfig;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A simulated bot in a closed loop: what the gate decides is what its next iteration runs with. */
final class SimulatedDemo implements DemoSoak {
    private final SimulatedRun run;
    private final SimulationOptions simulation;
    private final TunerConfig config;
    private final GateConfig policies;
    private final Consumer<String> progress;
    private Overrides end;
    private int setAside;

    SimulatedDemo(
            SimulatedRun run,
            SimulationOptions simulation,
            TunerConfig config,
            GateConfig policies,
            Consumer<String> progress) {
        this.run = run;
        this.simulation = simulation;
        this.config = config;
        this.policies = policies;
        this.progress = progress;
        this.end = run.startValues();
    }

    @Override
    public RunKey key() {
        return run.key();
    }

    @Override
    public Offline offline() {
        try (OfflineLoop loop = new OfflineLoop(config, policies)) {
            OfflineLoop.Result result = loop.complete(run, simulation.bot(run, 0, iteration -> {}));
            end = result.told();
            setAside = result.refusals().size();
            return new Offline(result.verdicts(), List.of());
        }
    }

    @Override
    public void feed(KafkaAccess access) {
        LoopProgress told = new LoopProgress(run, progress);
        try (SoakProducer producer = SoakProducer.connect(access, ClientLimits.defaults(), InstantSource.system());
                LiveLoop live = new LiveLoop(access, producer, Pace.simulated(run.begin()))) {
            new ClosedLoop(run, simulation.bot(run, 0, told::iteration)).over(live);
        }
    }

    @Override
    public List<String> remarks() {
        String moves = run.startValues().values().entrySet().stream()
                .filter(start -> end.value(start.getKey()).orElseThrow().compareTo(start.getValue()) != 0)
                .map(start -> start.getKey() + " " + Decimals.plain(start.getValue()) + " -> "
                        + Decimals.plain(end.value(start.getKey()).orElseThrow()))
                .collect(Collectors.joining(", "));
        List<String> remarks = new ArrayList<>(List.of("overrides moved: " + (moves.isEmpty() ? "nothing" : moves)));
        if (setAside > 0) {
            remarks.add("set aside as dead letters: " + setAside + " ('soak dlq list' tells why)");
        }
        return remarks;
    }
}
