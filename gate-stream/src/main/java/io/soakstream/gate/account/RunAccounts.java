package io.soakstream.gate.account;

import io.soakstream.gate.account.OverridesAccount.LastGood;
import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.Condition;
import io.soakstream.gate.mapping.GivenDecimals;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Folds the records of a run to its account. */
public final class RunAccounts {
    private static final Set<VerdictLevel> GOOD = Set.of(VerdictLevel.PASS, VerdictLevel.WARN);

    private RunAccounts() {}

    /**
     * The account of a run, as far as its records tell. Violations are those of the snapshot policy that ships.
     *
     * @param notes what a reader must know, a sentence each
     * @param refusals what could not be read or was refused, in words
     */
    public static RunAccount of(RunRecords records, List<String> notes, List<String> refusals) {
        List<Condition> perIteration = PolicyReader.read("snapshot").perIteration();
        List<IterationAccount> iterations = IterationAccounts.of(records, perIteration);
        return new RunAccount(
                facts(records),
                iterations,
                commands(records.decisions()),
                new OverridesAccount(records.overrides(), lastGood(iterations, records)),
                records.verdicts(),
                notes,
                refusals);
    }

    private static RunFacts facts(RunRecords records) {
        Optional<TuningDecision> first = records.decisions().stream().findFirst();
        Optional<RunStarted> start = records.decisions().stream()
                .map(TuningDecision::getRunStarted)
                .filter(started -> started != null)
                .findFirst();
        return new RunFacts(
                records.key(),
                first.map(TuningDecision::getOrigin),
                first.map(TuningDecision::getMode).orElse(RunMode.UNKNOWN),
                first.map(TuningDecision::getTuning).orElse(TuningMode.UNKNOWN),
                first.map(TuningDecision::getTimesSynthesised).orElse(false),
                start.map(started -> Duration.ofMillis(started.getPeriodMs())),
                start.map(RunStarted::getTotalIterations).map(OptionalInt::of).orElseGet(OptionalInt::empty),
                start.map(RunStarted::getDeclaredHours),
                start.map(RunStarted::getProfile),
                start.map(RunStarted::getSchedule).orElseGet(List::of).stream()
                        .map(ScheduledValues::getAfterIteration)
                        .toList(),
                startValues(records, start),
                records.decisions().stream()
                        .map(TuningDecision::getRunEnded)
                        .filter(ended -> ended != null)
                        .findFirst()
                        .map(RunEnded::getEnd),
                first.map(TuningDecision::getConfigurationDigest).orElse(""));
    }

    /** The first version that was handed out is complete; what was declared may leave values to the catalogue. */
    private static SortedMap<String, BigDecimal> startValues(RunRecords records, Optional<RunStarted> start) {
        List<ParameterValue> given = records.overrides().stream()
                .findFirst()
                .filter(version -> version.getPreviousHash() == null)
                .map(RuntimeOverrides::getValues)
                .or(() -> start.map(RunStarted::getStartOverrides))
                .orElseGet(List::of);
        SortedMap<String, BigDecimal> values = new TreeMap<>();
        given.forEach(value ->
                GivenDecimals.readable(value.getValue()).ifPresent(decimal -> values.put(value.getName(), decimal)));
        return values;
    }

    private static List<CommandAccount> commands(List<TuningDecision> decisions) {
        List<CommandAccount> commands = new ArrayList<>();
        int latest = 0;
        for (TuningDecision decision : decisions) {
            if (decision.getIterationSummary() != null) {
                latest = decision.getIterationSummary().getIteration();
            }
            if (decision.getControlCommand() != null) {
                commands.add(new CommandAccount(
                        decision.getControlCommand(),
                        decision.getEventTimeMs(),
                        latest,
                        Optional.ofNullable(decision.getCommandRefusal())));
            }
        }
        return commands;
    }

    private static Optional<LastGood> lastGood(List<IterationAccount> iterations, RunRecords records) {
        Optional<String> policy =
                RunAccount.lasts(records.verdicts()).stream().findFirst().map(Verdict::getPolicy);
        return iterations.stream()
                .filter(iteration -> policy.flatMap(iteration::verdict)
                        .filter(verdict -> GOOD.contains(verdict.getVerdict()))
                        .isPresent())
                .filter(iteration -> iteration.tuning().hashBefore().isPresent())
                .reduce((earlier, later) -> later)
                .map(iteration -> lastGood(iteration, records.overrides()));
    }

    private static LastGood lastGood(IterationAccount iteration, List<RuntimeOverrides> versions) {
        String hash = iteration.tuning().hashBefore().orElseThrow();
        return new LastGood(
                iteration.iteration(),
                hash,
                versions.stream()
                        .filter(version -> version.getStateHash().equals(hash))
                        .reduce((earlier, later) -> later));
    }
}
