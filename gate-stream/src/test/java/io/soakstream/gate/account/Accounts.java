package io.soakstream.gate.account;

import io.soakstream.gate.config.GateConfig;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.support.GateBench;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.TuningDecision;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;

/** Accounts of stories that the gate itself has judged. */
public final class Accounts {
    public static final GateConfig BOTH =
            new GateConfig(List.of(PolicyReader.read("release"), PolicyReader.read("snapshot")));

    private Accounts() {}

    public static RunAccount of(Path directory, List<TuningDecision> decisions) {
        return of(directory, decisions, UnaryOperator.identity());
    }

    /** @param spoiling what is done to the gate's words before they are read */
    static RunAccount of(
            Path directory, List<TuningDecision> decisions, UnaryOperator<List<DeltaApplication>> spoiling) {
        return RunAccounts.of(records(directory, decisions, spoiling), List.of(), List.of());
    }

    static RunRecords records(
            Path directory, List<TuningDecision> decisions, UnaryOperator<List<DeltaApplication>> spoiling) {
        try (GateBench bench = new GateBench(directory, BOTH)) {
            decisions.forEach(bench::decide);
            TuningDecision first = decisions.get(0);
            return new RunRecords(
                    first.getBot() + ":" + first.getRun(),
                    decisions,
                    spoiling.apply(bench.applications()),
                    bench.overrides().stream()
                            .filter(version -> version != null)
                            .toList(),
                    bench.verdicts());
        }
    }
}
