package io.soakstream.gate.account;

import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the topics hold of one run, each list in the order of its topic; any of them may be empty.
 *
 * @param key run key, {@code bot:run}
 * @param overrides versions of the overrides, without the tombstone at the run's end
 * @param verdicts of all policies
 * @throws IllegalArgumentException a record is of another run
 */
public record RunRecords(
        String key,
        List<TuningDecision> decisions,
        List<DeltaApplication> applications,
        List<RuntimeOverrides> overrides,
        List<Verdict> verdicts) {
    public RunRecords {
        decisions = List.copyOf(decisions);
        applications = List.copyOf(applications);
        overrides = List.copyOf(overrides);
        verdicts = List.copyOf(verdicts);
        keys(decisions, applications, overrides, verdicts)
                .filter(other -> !other.equals(key))
                .findFirst()
                .ifPresent(other -> {
                    throw new IllegalArgumentException("records of " + other + " among those of " + key);
                });
    }

    private static Stream<String> keys(
            List<TuningDecision> decisions,
            List<DeltaApplication> applications,
            List<RuntimeOverrides> overrides,
            List<Verdict> verdicts) {
        return Stream.of(
                        decisions.stream().map(decision -> decision.getBot() + ":" + decision.getRun()),
                        applications.stream().map(application -> application.getBot() + ":" + application.getRun()),
                        overrides.stream().map(version -> version.getBot() + ":" + version.getRun()),
                        verdicts.stream().map(verdict -> verdict.getBot() + ":" + verdict.getRun()))
                .flatMap(keys -> keys);
    }
}
