package io.soakstream.tuner.mapping;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiWindow;
import io.soakstream.schemas.contract.Outcome;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Trend;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.kpi.KpiStatistics.Summary;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.RunState;
import java.util.List;

/** From a decision of the rules to the record on the topic. */
public final class DecisionMapper {
    private final String configurationDigest;

    public DecisionMapper(String configurationDigest) {
        this.configurationDigest = configurationDigest;
    }

    public TuningDecision toRecord(SoakEvent event, Decision decision) {
        RunState run = decision.run();
        RunState.Facts facts = run.facts().orElseThrow();
        return TuningDecision.newBuilder()
                .setId(id(event, run.sequence(), decision.baseHash()))
                .setBot(event.getBot())
                .setRun(event.getRun())
                .setOrigin(event.getOrigin())
                .setSequence(run.sequence())
                .setEventTimeMs(run.lastEventTimeMs())
                .setMode(RunMode.valueOf(facts.mode().name()))
                .setTuning(TuningMode.valueOf(facts.tuning().name()))
                .setTimesSynthesised(facts.timesSynthesised())
                .setConfigurationDigest(configurationDigest)
                .setRunStarted(decision.implicitStart() ? impliedStart(facts) : event.getRunStarted())
                .setIterationSummary(event.getIterationSummary())
                .setRunEnded(event.getRunEnded())
                .setTick(event.getTick())
                .setControlCommand(event.getControlCommand())
                .setIterationsTotal(run.iterationsTotal())
                .setWindow(event.getIterationSummary() == null ? null : window(run.window()))
                .setGuards(List.of())
                .setProposed(List.of())
                .setDropped(List.of())
                .setNotes(List.of())
                .setOutcome(Outcome.valueOf(decision.outcome().name()))
                .setReason(decision.reason().orElse(null))
                .setBaseHash(decision.baseHash())
                .setResultHash(decision.resultHash())
                .build();
    }

    private static String id(SoakEvent event, long sequence, String baseHash) {
        return Sha256.hex(event.getBot() + ":" + event.getRun() + "|" + sequence + "|" + baseHash);
    }

    private static RunStarted impliedStart(RunState.Facts facts) {
        List<ParameterValue> values = facts.overrides().values().entrySet().stream()
                .map(entry -> new ParameterValue(entry.getKey(), Decimals.plain(entry.getValue())))
                .toList();
        return RunStarted.newBuilder()
                .setPeriodMs(facts.periodMs())
                .setMode(RunMode.valueOf(facts.mode().name()))
                .setTuning(TuningMode.valueOf(facts.tuning().name()))
                .setStartOverrides(values)
                .build();
    }

    private static KpiWindow window(io.soakstream.tuner.domain.KpiWindow window) {
        return KpiWindow.newBuilder()
                .setCapacity(window.capacity())
                .setIterations(window.iterations())
                .setGaps(window.gaps())
                .setStatistics(window.statistics().stream()
                        .map(DecisionMapper::statistics)
                        .toList())
                .build();
    }

    private static KpiStatistics statistics(io.soakstream.schemas.kpi.KpiStatistics statistics) {
        var summary = statistics.summary();
        // By the constructor: a builder looks up the default of every field that is not set.
        return new KpiStatistics(
                statistics.kpi().field(),
                statistics.samples(),
                statistics.missing(),
                summary.map(Summary::last).orElse(null),
                summary.map(Summary::mean).orElse(null),
                summary.map(Summary::median).orElse(null),
                summary.map(Summary::min).orElse(null),
                summary.map(Summary::max).orElse(null),
                summary.flatMap(Summary::harmonicMean).orElse(null),
                summary.map(known -> Trend.valueOf(known.trend().name())).orElse(Trend.UNKNOWN));
    }
}
