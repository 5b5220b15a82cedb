package io.soakstream.gate.report.lineage;

import io.soakstream.gate.account.IterationAccount;
import io.soakstream.gate.account.RunAccount;
import io.soakstream.gate.domain.Condition;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.domain.Policy;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of an iteration after the tuner had decided, down to its verdicts.
 *
 * @param iteration with the gate's word about it
 * @param judgements one of each policy, in their order
 */
public record Lineage(IterationAccount iteration, List<Judgement> judgements) {
    public Lineage {
        judgements = List.copyOf(judgements);
    }

    /**
     * A verdict with what it was computed from.
     *
     * @param results in the policy's order
     */
    public record Judgement(Verdict verdict, List<Result> results) {
        public Judgement {
            results = List.copyOf(results);
        }
    }

    /**
     * A criterion with the values that it rests on.
     *
     * @param samples of the window's iterations, in their order
     */
    public record Result(KpiResult criterion, List<Sample> samples) {
        public Result {
            samples = List.copyOf(samples);
        }
    }

    /** @param value in the unit of the metric; 1 or 0 where iterations are counted; empty: the iteration has none */
    public record Sample(int iteration, Optional<Double> value) {}

    /** @param policies that judged the run; verdicts of others are left out */
    public static Optional<Lineage> of(RunAccount run, int iteration, List<Policy> policies) {
        return run.iteration(iteration).map(account -> new Lineage(account, judgements(run, account, policies)));
    }

    private static List<Judgement> judgements(RunAccount run, IterationAccount account, List<Policy> policies) {
        List<Judgement> judgements = new ArrayList<>();
        for (Policy policy : policies) {
            account.verdict(policy.name()).ifPresent(verdict -> {
                List<IterationAccount> window = verdict.getWindow() == null ? List.of() : run.window(verdict);
                judgements.add(new Judgement(
                        verdict,
                        verdict.getResults().stream()
                                .map(result -> new Result(result, samples(result, account, window, policy)))
                                .toList()));
            });
        }
        return judgements;
    }

    private static List<Sample> samples(
            KpiResult result, IterationAccount latest, List<IterationAccount> window, Policy policy) {
        Optional<Metric> metric = Metric.byField(result.getKpi());
        if (metric.isEmpty()) {
            return List.of();
        }
        boolean ofLatest = metric.get().source() == Metric.Source.LATEST
                || result.getStatistic().equals("last");
        return (ofLatest ? List.of(latest) : window)
                .stream()
                        .map(each -> new Sample(each.iteration(), value(metric.get(), each, policy)))
                        .toList();
    }

    private static Optional<Double> value(Metric metric, IterationAccount iteration, Policy policy) {
        return switch (metric) {
            case ITERATIONS_PASSING -> passes(policy.perIteration(), iteration).map(Lineage::count);
            case STEADY_FREEZE_ITERATIONS ->
                Optional.of(count(iteration.guards().steadyFreeze()));
            default -> iteration.value(metric);
        };
    }

    /** Empty: it misses none, but of some it has no data. */
    private static Optional<Boolean> passes(List<Condition> conditions, IterationAccount iteration) {
        boolean unknown = false;
        for (Condition condition : conditions) {
            Optional<Double> value = iteration.value(condition.kpi());
            if (value.isPresent() && !condition.isMetBy(value.get())) {
                return Optional.of(false);
            }
            unknown |= value.isEmpty();
        }
        return unknown ? Optional.empty() : Optional.of(true);
    }

    private static double count(boolean holds) {
        return holds ? 1 : 0;
    }
}
