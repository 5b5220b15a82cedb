package io.soakstream.deploy.page;

import io.soakstream.deploy.offline.OfflineLoop;
import io.soakstream.deploy.offline.OfflinePipeline;
import io.soakstream.deploy.view.CommittedView;
import io.soakstream.gate.account.RunRecords;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.loop.SimulatedBot;
import io.soakstream.producer.loop.SimulatedRun;
import io.soakstream.producer.simulator.RegimePlan;
import io.soakstream.producer.simulator.SimulatedMarket;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.NotificationRecord;
import io.soakstream.schemas.contract.NotificationState;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.profile.Profile;
import io.soakstream.schemas.profile.StartPlan;
import io.soakstream.tuner.config.TunerConfig;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToLongFunction;

/** A simulated soak from a bad start that comes into a view iteration by iteration, as from the topics. */
final class FedRun {
    private static final GateConfig POLICIES =
            new GateConfig(List.of(PolicyReader.read("release"), PolicyReader.read("snapshot")));

    private static final Duration PERIOD = Duration.ofMinutes(5);

    /** One plan gives one run, however many tests want it. */
    private static final Map<String, RunRecords> MADE = new ConcurrentHashMap<>();

    private final CommittedView view;
    private final RunRecords records;
    private int decisions;
    private int applications;
    private int overrides;
    private int verdicts;
    private int notifications;

    private FedRun(CommittedView view, RunRecords records) {
        this.view = view;
        this.records = records;
    }

    static FedRun simulated(CommittedView view, RunKey key, int iterations, RegimePlan plan) {
        return made(view, key, iterations, plan, RunMode.SIMULATED);
    }

    /** The same, which says that it takes place by the clock. */
    static FedRun inRealTime(CommittedView view, RunKey key, int iterations, RegimePlan plan) {
        return made(view, key, iterations, plan, RunMode.LIVE);
    }

    /** The same, whose iterations come again so many times under the numbers that follow: a long run in a short time. */
    static FedRun repeated(CommittedView view, RunKey key, int iterations, int times, RegimePlan plan) {
        RunRecords once = simulated(view, key, iterations, plan).records();
        return new FedRun(view, RepeatedRecords.of(once, iterations, times, iterations * PERIOD.toMillis()));
    }

    private static FedRun made(CommittedView view, RunKey key, int iterations, RegimePlan plan, RunMode mode) {
        String name = key + " " + iterations + " " + plan + " " + mode;
        return new FedRun(view, MADE.computeIfAbsent(name, made -> make(key, iterations, plan, mode)));
    }

    private static RunRecords make(RunKey key, int iterations, RegimePlan plan, RunMode mode) {
        SimulatedRun run = new SimulatedRun(
                key,
                iterations,
                SimulatedRun.BEGIN,
                PERIOD,
                new StartPlan(
                        Optional.of(Profile.read("reckless", ParameterCatalogue.standard())),
                        Optional.empty(),
                        Optional.empty()),
                true);
        OfflineLoop.Result result =
                OfflineLoop.run(run, new SimulatedBot(SimulatedMarket.of(7, plan), iteration -> {}));
        result.events().stream()
                .map(SoakEvent::getRunStarted)
                .filter(Objects::nonNull)
                .forEach(started -> started.setMode(mode));
        try (OfflinePipeline pipeline = new OfflinePipeline(TunerConfig.defaults(), POLICIES)) {
            pipeline.run(result.events());
            return pipeline.records(key.text());
        }
    }

    /** Everything up to the iteration, with what came of it; beyond the last one the end too. */
    FedRun until(int iteration) {
        while (decisions < records.decisions().size()) {
            TuningDecision next = records.decisions().get(decisions);
            boolean further = next.getIterationSummary() == null
                    ? next.getRunEnded() != null && !isLast(iteration)
                    : next.getIterationSummary().getIteration() > iteration;
            if (further) {
                return this;
            }
            decisions = add(records.decisions(), decisions, next.getEventTimeMs(), TuningDecision::getEventTimeMs);
            long timeMs = next.getEventTimeMs();
            applications = add(records.applications(), applications, timeMs, DeltaApplication::getEventTimeMs);
            overrides = add(records.overrides(), overrides, timeMs, RuntimeOverrides::getEventTimeMs);
            verdicts = add(records.verdicts(), verdicts, timeMs, Verdict::getEventTimeMs);
        }
        return this;
    }

    /** The tuner goes on to the iteration; the gate does not. */
    void decidedUntil(int iteration) {
        while (records.decisions().get(decisions).getIterationSummary() == null
                || records.decisions().get(decisions).getIterationSummary().getIteration() <= iteration) {
            view.add(records.decisions().get(decisions), 0, decisions);
            decisions++;
        }
    }

    private boolean isLast(int iteration) {
        return records.decisions().stream()
                .filter(decision -> decision.getIterationSummary() != null)
                .allMatch(decision -> decision.getIterationSummary().getIteration() < iteration);
    }

    private <T> int add(List<T> all, int from, long timeMs, ToLongFunction<T> time) {
        int next = from;
        while (next < all.size() && time.applyAsLong(all.get(next)) <= timeMs) {
            view.add(all.get(next), 0, next);
            next++;
        }
        return next;
    }

    /** People are told something of an iteration. */
    FedRun telling(int iteration, String event, NotificationState state) {
        TuningDecision first = records.decisions().get(0);
        NotificationRecord record = NotificationRecord.newBuilder()
                .setId("n-" + notifications)
                .setBot(first.getBot())
                .setRun(first.getRun())
                .setChannel("slack:soaks")
                .setState(state)
                .setReason(state == NotificationState.FAILED ? "not_found" : null)
                .setEvents(List.of(event))
                .setIteration(iteration)
                .setRecordedAtMs(1_760_270_000_000L + 60_000L * iteration)
                .build();
        view.add(record, 3, notifications++);
        return this;
    }

    RunRecords records() {
        return records;
    }

    /** What the policy has said last, so far. */
    Verdict latest(String policy) {
        return records.verdicts().subList(0, verdicts).stream()
                .filter(verdict -> verdict.getPolicy().equals(policy))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
