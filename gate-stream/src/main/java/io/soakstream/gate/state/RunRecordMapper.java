package io.soakstream.gate.state;

import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.domain.RecentIterations;
import io.soakstream.gate.domain.RunRecord;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.gate.domain.VerdictLevel;
import io.soakstream.gate.domain.Worst;
import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Between the run's record in the rules and its bytes in the store. */
public final class RunRecordMapper {
    private RunRecordMapper() {}

    public static GateRunState toStore(RunRecord record) {
        TuningTally tally = record.tally();
        return GateRunState.newBuilder()
                .setWindow(record.window().facts().stream()
                        .map(IterationFactsMapper::toStore)
                        .toList())
                .setCapacity(record.window().capacity())
                .setLatest(values(record.latest()))
                .setDeclaredHours(record.declaredHours().map(Decimals::plain).orElse(null))
                .setOutcomes(tally.outcomes().entrySet().stream()
                        .map(entry -> new GateOutcomeCount(entry.getKey(), entry.getValue()))
                        .toList())
                .setAppliedIterations(tally.appliedIterations())
                .setChangedKeys(List.copyOf(tally.changedKeys()))
                .setProposed(tally.quality().proposed())
                .setFull(tally.quality().full())
                .setJustified(tally.quality().justified())
                .setFailed(tally.quality().failed())
                .setStuck(tally.quality().stuck())
                .setUnconfirmed(tally.quality().unconfirmed())
                .setUnknownNames(tally.unknownNames())
                .setStalled(record.stalled())
                .setChains(record.chains().entrySet().stream()
                        .map(entry -> head(entry.getKey(), entry.getValue()))
                        .toList())
                .build();
    }

    private static List<GateValue> values(Map<Metric, Double> latest) {
        return new TreeMap<>(latest)
                .entrySet().stream()
                        .map(entry -> new GateValue(entry.getKey().field(), entry.getValue()))
                        .toList();
    }

    private static GateChainHead head(String policy, RunRecord.ChainHead head) {
        return new GateChainHead(
                policy,
                head.sequence(),
                head.level().name(),
                head.digest(),
                head.worst().level().name(),
                head.worst().iteration());
    }

    public static RunRecord fromStore(GateRunState stored) {
        RecentIterations window = window(stored);
        SortedMap<String, RunRecord.ChainHead> chains = new TreeMap<>();
        stored.getChains().forEach(head -> chains.put(head.getPolicy(), head(head, window)));
        return new RunRecord(
                window,
                latest(stored.getLatest()),
                Optional.ofNullable(stored.getDeclaredHours()).map(BigDecimal::new),
                tally(stored),
                chains,
                stored.getStalled());
    }

    private static RecentIterations window(GateRunState stored) {
        int held = stored.getWindow().size();
        // An earlier version did not keep it; its window is taken for full.
        int capacity = stored.getCapacity() == 0 ? held : stored.getCapacity();
        return new RecentIterations(
                capacity,
                stored.getWindow().stream().map(IterationFactsMapper::fromStore).toList());
    }

    private static Map<Metric, Double> latest(List<GateValue> stored) {
        Map<Metric, Double> latest = new EnumMap<>(Metric.class);
        stored.forEach(
                entry -> Metric.byField(entry.getName()).ifPresent(metric -> latest.put(metric, entry.getValue())));
        return latest;
    }

    private static RunRecord.ChainHead head(GateChainHead stored, RecentIterations window) {
        VerdictLevel level = VerdictLevel.valueOf(stored.getVerdict());
        // An earlier version did not keep the worst: the latest is the worst that is known.
        Worst worst = stored.getWorst() == null
                ? new Worst(level, window.lastNumber())
                : new Worst(VerdictLevel.valueOf(stored.getWorst()), stored.getWorstIteration());
        return new RunRecord.ChainHead(stored.getSequence(), level, stored.getDigest(), worst);
    }

    private static TuningTally tally(GateRunState stored) {
        SortedMap<String, Long> outcomes = new TreeMap<>();
        stored.getOutcomes().forEach(entry -> outcomes.put(entry.getName(), entry.getCount()));
        return new TuningTally(
                outcomes,
                stored.getAppliedIterations(),
                new TreeSet<>(stored.getChangedKeys()),
                new TuningTally.DeltaQuality(
                        stored.getProposed(),
                        stored.getFull(),
                        stored.getJustified(),
                        stored.getFailed(),
                        stored.getStuck(),
                        stored.getUnconfirmed()),
                stored.getUnknownNames());
    }
}
