package io.soakstream.deploy.blocked;

import io.soakstream.deploy.offline.OfflineGate;
import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.report.RuledVerdict;
import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SourceKind;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A recorded soak that every shipped policy passes, strictly, and that a test then spoils in one place. */
final class PassingSoak {
    static final int ITERATIONS = 8;

    private static final RunKey KEY = new RunKey("bot", "blocked");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration PERIOD = Duration.ofMinutes(5);

    static {
        // Avro's builders refuse our record classes until a first serde has declared them.
        new AvroSerdes(new InMemorySchemaRegistry()).of(SoakEvent.class).close();
    }

    private RunStarted started = RunStarted.newBuilder()
            .setMode(RunMode.RECORDED)
            .setTuning(TuningMode.RECORDED)
            .setPeriodMs(PERIOD.toMillis())
            .setDeclaredHours(1.0)
            .build();

    private final List<IterationSummary> iterations = new ArrayList<>();
    private RunEnded ended = RunEnded.newBuilder().setEnd(RunEnd.COMPLETED).build();

    PassingSoak() {
        for (int number = 1; number <= ITERATIONS; number++) {
            iterations.add(passing(number));
        }
    }

    private static IterationSummary passing(int number) {
        return IterationSummary.newBuilder()
                .setIteration(number)
                .setNetBps(5.0)
                .setRiskRatio(0.2)
                .setMakerTakerRatio(0.95)
                .setP95LatencyMs(100.0)
                .setTickLatencyP95Ms(100.0)
                .setHitRatio(0.9)
                .setDeadlineMissRate(0.001)
                .setEdgeBpsEma24h(4.0)
                .setWsLagMaxMs(50.0)
                .setElapsedMs(number == ITERATIONS ? 3_600_000L : number * PERIOD.toMillis())
                .setRecordedTuning(RecordedTuning.newBuilder()
                        .setFreezeTriggered(true)
                        .setStateHash("a".repeat(64))
                        .build())
                .build();
    }

    PassingSoak start(Consumer<RunStarted> change) {
        change.accept(started);
        return this;
    }

    PassingSoak end(Consumer<RunEnded> change) {
        change.accept(ended);
        return this;
    }

    /** Changes some of its iterations, the first so many. */
    PassingSoak first(int count, Consumer<IterationSummary> change) {
        iterations.subList(0, count).forEach(change);
        return this;
    }

    PassingSoak all(Consumer<IterationSummary> change) {
        iterations.forEach(change);
        return this;
    }

    PassingSoak iteration(int number, Consumer<IterationSummary> change) {
        change.accept(iterations.get(number - 1));
        return this;
    }

    /** Keeps the last so many of its iterations. */
    PassingSoak onlyLast(int count) {
        iterations.subList(0, iterations.size() - count).clear();
        return this;
    }

    /** Every iteration proposes a move; so many of them, the first, were not applied for no good reason. */
    PassingSoak proposing(int unexcused) {
        for (int i = 0; i < iterations.size(); i++) {
            RecordedTuning tuning = iterations.get(i).getRecordedTuning();
            tuning.setProposed(List.of(ParameterValue.newBuilder()
                    .setName("tail_age_ms")
                    .setValue("10")
                    .build()));
            boolean applied = i >= unexcused;
            tuning.setApplied(applied);
            tuning.setChangedKeys(applied ? List.of("tail_age_ms") : List.of());
            tuning.setSkipReasons(applied ? List.of() : List.of("operator_forgot"));
            tuning.setStateHash(String.valueOf((char) ('a' + i % 6)).repeat(64));
        }
        return this;
    }

    /** One iteration says of its proposal of four moves that it was applied, and names what changed. */
    PassingSoak applyingOnly(int number, List<String> changed, List<String> skipReasons) {
        return iteration(number, summary -> {
            RecordedTuning tuning = summary.getRecordedTuning();
            tuning.setProposed(Stream.of("base_spread_bps", "impact_cap_ratio", "min_interval_ms", "tail_age_ms")
                    .map(name -> ParameterValue.newBuilder()
                            .setName(name)
                            .setValue("0.01")
                            .build())
                    .toList());
            tuning.setApplied(true);
            tuning.setChangedKeys(changed);
            tuning.setSkipReasons(skipReasons);
            tuning.setStateHash("b".repeat(64));
        });
    }

    List<SoakEvent> events() {
        List<SoakEvent> events = new ArrayList<>();
        events.add(event(START).setRunStarted(started).build());
        for (IterationSummary iteration : iterations) {
            events.add(event(START.plus(PERIOD.multipliedBy(iteration.getIteration())))
                    .setIterationSummary(iteration)
                    .build());
        }
        events.add(event(START.plus(PERIOD.multipliedBy(ITERATIONS)))
                .setRunEnded(ended)
                .build());
        return events;
    }

    private static SoakEvent.Builder event(Instant time) {
        return SoakEvent.newBuilder().setBot(KEY.bot()).setRun(KEY.run()).setEventTimeMs(time.toEpochMilli());
    }

    /** The verdict that a gate ends with. */
    Verdict judged(Policy policy, GateRule rule) {
        RecordedSoak soak = new RecordedSoak(
                KEY, events(), List.of(), List.of(), false, SourceKind.RECORDING, Optional.empty(), List.of());
        return RuledVerdict.all(new OfflineGate(new GateConfig(List.of(policy))).account(soak), rule)
                .get(0);
    }
}
