package io.soakstream.deploy.blocked;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.config.PolicyReader;
import io.soakstream.gate.domain.Criterion;
import io.soakstream.gate.domain.GateRule;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.domain.Policy;
import io.soakstream.gate.domain.Severity;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.contract.VerdictLevel;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every criterion of every shipped policy can block a gate: one thing spoilt in a soak that passes, and it no longer
 * does; that criterion's threshold moved to where the value lies, and it does again.
 */
class BlockedGateTest {
    private static final BigDecimal A_TENTH = new BigDecimal("0.1");
    private static final BigDecimal A_LITTLE = new BigDecimal("0.01");

    static Stream<String> policies() {
        return PolicyReader.BUILT_IN.stream();
    }

    static Stream<Arguments> criteria() {
        return policies().flatMap(name -> PolicyReader.read(name).criteria().stream()
                .map(criterion -> Arguments.of(name, criterion.goal())));
    }

    /** Those that are values, not counts. */
    static Stream<Arguments> values() {
        return criteria()
                .filter(row -> criterion((String) row.get()[0], (String) row.get()[1])
                                .metric()
                                .source()
                        != Metric.Source.COUNT);
    }

    @ParameterizedTest
    @MethodSource("policies")
    void shouldPassStrictlyAsItIs(String policy) {
        assertThat(new PassingSoak()
                        .judged(PolicyReader.read(policy), GateRule.STRICT)
                        .getVerdict())
                .isEqualTo(VerdictLevel.PASS);
    }

    @ParameterizedTest
    @MethodSource("criteria")
    void shouldBeBlockedByTheCriterionAndFlippedByItsThreshold(String name, String goal) {
        // Given
        Policy policy = PolicyReader.read(name);
        Criterion criterion = criterion(name, goal);
        boolean hard = criterion.severity() == Severity.HARD;

        // When
        Verdict normal = spoilt(criterion).judged(policy, GateRule.NORMAL);
        Verdict strict = spoilt(criterion).judged(policy, GateRule.STRICT);
        KpiResult result = result(normal, goal);
        Verdict flipped = spoilt(criterion).judged(withThreshold(policy, goal, result.getValue()), GateRule.NORMAL);

        // Then
        assertThat(result.getStatus()).isEqualTo(KpiStatus.FAILED);
        assertThat(normal.getVerdict()).isEqualTo(hard ? VerdictLevel.FAIL : VerdictLevel.WARN);
        assertThat(strict.getVerdict()).isEqualTo(VerdictLevel.FAIL);
        assertThat(result(flipped, goal).getStatus()).isEqualTo(KpiStatus.OK);
        assertThat(level(flipped)).isLessThan(level(normal));
    }

    @ParameterizedTest
    @MethodSource("values")
    void shouldBeInconclusiveWithoutTheKpi(String name, String goal) {
        // Given
        Metric metric = criterion(name, goal).metric();
        PassingSoak without = new PassingSoak().all(summary -> summary.put(metric.field(), null));

        // When
        Verdict verdict = without.judged(PolicyReader.read(name), GateRule.NORMAL);

        // Then
        assertThat(verdict.getVerdict()).isEqualTo(VerdictLevel.INCONCLUSIVE);
        assertThat(verdict.getReasons()).contains("nodata:" + metric.field());
    }

    /** Just missed; where iterations are counted, so many are spoilt that one too few is left. */
    private static PassingSoak spoilt(Criterion criterion) {
        return switch (criterion.metric()) {
            case ITERATIONS_PASSING ->
                new PassingSoak().first(tooMany(criterion), summary -> summary.setRiskRatio(0.9));
            case STEADY_FREEZE_ITERATIONS ->
                new PassingSoak().all(summary -> summary.getRecordedTuning().setFreezeTriggered(false));
            default -> new PassingSoak().all(missing(criterion));
        };
    }

    private static int tooMany(Criterion criterion) {
        return PassingSoak.ITERATIONS - criterion.threshold().intValue() + 1;
    }

    private static Consumer<IterationSummary> missing(Criterion criterion) {
        BigDecimal threshold = criterion.threshold();
        BigDecimal way = threshold.abs().multiply(A_TENTH).add(A_LITTLE);
        BigDecimal value =
                switch (criterion.comparator()) {
                    case AT_LEAST -> threshold.subtract(way);
                    case AT_MOST -> threshold.add(way);
                    case ABOVE, BELOW -> threshold;
                };
        return summary -> summary.put(criterion.metric().field(), value.doubleValue());
    }

    /** The threshold where the value lies, or just beyond it where it may not lie on it. */
    private static Policy withThreshold(Policy policy, String goal, double value) {
        List<Criterion> criteria = policy.criteria().stream()
                .map(each -> each.goal().equals(goal) ? moved(each, Decimals.shortest(value)) : each)
                .toList();
        return new Policy(policy.name(), policy.version(), policy.minimum(), policy.perIteration(), criteria);
    }

    private static Criterion moved(Criterion criterion, BigDecimal value) {
        BigDecimal threshold =
                switch (criterion.comparator()) {
                    case AT_LEAST, AT_MOST -> value;
                    case ABOVE -> value.subtract(A_LITTLE);
                    case BELOW -> value.add(A_LITTLE);
                };
        return new Criterion(
                criterion.goal(),
                criterion.metric(),
                criterion.statistic(),
                criterion.comparator(),
                threshold,
                criterion.severity());
    }

    private static Criterion criterion(String policy, String goal) {
        return PolicyReader.read(policy).criteria().stream()
                .filter(each -> each.goal().equals(goal))
                .findFirst()
                .orElseThrow();
    }

    private static KpiResult result(Verdict verdict, String goal) {
        return verdict.getResults().stream()
                .filter(each -> each.getGoal().equals(goal))
                .findFirst()
                .orElseThrow();
    }

    /** From good to bad. */
    private static int level(Verdict verdict) {
        return List.of(VerdictLevel.PASS, VerdictLevel.WARN, VerdictLevel.FAIL).indexOf(verdict.getVerdict());
    }
}
