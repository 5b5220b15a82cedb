package io.soakstream.gate.state;

import io.soakstream.gate.domain.IterationFacts;
import io.soakstream.gate.domain.RunRecord;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.gate.domain.VerdictLevel;
import java.util.List;
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
                .setWindow(record.window().stream().map(RunRecordMapper::facts).toList())
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
                .setStalled(record.stalled())
                .setChains(record.chains().entrySet().stream()
                        .map(entry -> new GateChainHead(
                                entry.getKey(),
                                entry.getValue().sequence(),
                                entry.getValue().level().name(),
                                entry.getValue().digest()))
                        .toList())
                .build();
    }

    public static RunRecord fromStore(GateRunState stored) {
        SortedMap<String, RunRecord.ChainHead> chains = new TreeMap<>();
        stored.getChains()
                .forEach(head -> chains.put(
                        head.getPolicy(),
                        new RunRecord.ChainHead(
                                head.getSequence(), VerdictLevel.valueOf(head.getVerdict()), head.getDigest())));
        return new RunRecord(
                stored.getWindow().stream().map(RunRecordMapper::facts).toList(),
                tally(stored),
                chains,
                stored.getStalled());
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
                        stored.getUnconfirmed()));
    }

    private static GateIterationFacts facts(IterationFacts facts) {
        return new GateIterationFacts(
                facts.iteration(),
                facts.p95LatencyMs().orElse(null),
                facts.riskRatio().orElse(null),
                facts.makerShare().orElse(null),
                facts.stateHash().orElse(null),
                facts.guards());
    }

    private static IterationFacts facts(GateIterationFacts stored) {
        return new IterationFacts(
                stored.getIteration(),
                Optional.ofNullable(stored.getP95LatencyMs()),
                Optional.ofNullable(stored.getRiskRatio()),
                Optional.ofNullable(stored.getMakerShare()),
                Optional.ofNullable(stored.getStateHash()),
                stored.getGuards());
    }
}
