package io.soakstream.gate.account;

import io.soakstream.gate.account.IterationAccount.Settlement;
import io.soakstream.gate.domain.Anomaly;
import io.soakstream.gate.domain.Condition;
import io.soakstream.gate.mapping.HeldGuards;
import io.soakstream.gate.mapping.SummaryMapper;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.Verification;
import io.soakstream.schemas.kpi.Kpi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Puts together what the records say of each iteration, one decision after the other. */
final class IterationAccounts {
    private static final Set<ApplicationOutcome> LATER_WORDS =
            Set.of(ApplicationOutcome.CONFIRMED, ApplicationOutcome.STUCK);

    private final List<Condition> perIteration;
    private final Map<String, DeltaApplication> words = new HashMap<>();
    private final Map<String, DeltaApplication> laterWords = new HashMap<>();
    private final Map<Integer, List<Verdict>> verdicts = new HashMap<>();
    private final List<IterationAccount> iterations = new ArrayList<>();
    private Optional<Double> previousRisk = Optional.empty();
    private Optional<String> lastHash = Optional.empty();

    private IterationAccounts(RunRecords records, List<Condition> perIteration) {
        this.perIteration = perIteration;
        for (DeltaApplication application : records.applications()) {
            boolean later = LATER_WORDS.contains(application.getOutcome());
            (later ? laterWords : words).putIfAbsent(application.getId(), application);
        }
        records.verdicts()
                .forEach(verdict -> verdicts.computeIfAbsent(verdict.getIteration(), none -> new ArrayList<>())
                        .add(verdict));
    }

    static List<IterationAccount> of(RunRecords records, List<Condition> perIteration) {
        IterationAccounts accounts = new IterationAccounts(records, perIteration);
        records.decisions().stream()
                .filter(decision -> decision.getIterationSummary() != null)
                .forEach(accounts::add);
        return RecordedValues.filledIn(accounts.iterations);
    }

    private void add(TuningDecision decision) {
        IterationSummary summary = decision.getIterationSummary();
        Optional<RecordedTuning> recorded = recorded(decision);
        Optional<DeltaApplication> word = Optional.ofNullable(words.get(decision.getId()));
        TuningAccount tuning = recorded.map(theirs -> TuningAccounts.recorded(decision, theirs, word, lastHash))
                .orElseGet(() -> TuningAccounts.own(decision, word));
        iterations.add(new IterationAccount(
                summary,
                decision.getEventTimeMs(),
                violations(summary),
                Anomaly.of(previousRisk, kpi -> value(summary, kpi)),
                guards(decision, recorded),
                tuning,
                word.map(DeltaApplication::getVerification).orElse(Verification.UNKNOWN),
                Optional.ofNullable(laterWords.get(decision.getId()))
                        .map(later -> new Settlement(later.getOutcome(), later.getEventTimeMs())),
                verdicts.getOrDefault(summary.getIteration(), List.of())));
        previousRisk = value(summary, Kpi.RISK_RATIO);
        lastHash = tuning.hashAfter().or(() -> lastHash);
    }

    private List<Violation> violations(IterationSummary summary) {
        return perIteration.stream()
                .map(condition -> new Violation(condition, value(summary, condition.kpi())))
                .filter(violation ->
                        violation.value().filter(violation.condition()::isMetBy).isEmpty())
                .toList();
    }

    private static GuardAccount guards(TuningDecision decision, Optional<RecordedTuning> recorded) {
        return recorded.map(theirs -> new GuardAccount(List.of(), HeldGuards.of(theirs), theirs.getFreezeTriggered()))
                .orElseGet(() -> new GuardAccount(
                        decision.getGuards(), HeldGuards.of(decision), HeldGuards.hasSteadyFreeze(decision)));
    }

    private static Optional<RecordedTuning> recorded(TuningDecision decision) {
        return Optional.of(decision)
                .filter(about -> about.getTuning() == TuningMode.RECORDED)
                .map(about -> about.getIterationSummary().getRecordedTuning());
    }

    private static Optional<Double> value(IterationSummary summary, Kpi kpi) {
        return SummaryMapper.value(summary, kpi.field()).filter(Double::isFinite);
    }
}
