package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PolicyTest {

    @Test
    void shouldRefuseAPolicyThatNothingCouldFail() {
        assertThatThrownBy(() -> policy(OptionalInt.empty(), Severity.REPORT))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("policy smoke: criteria: none that could fail it");
    }

    @Test
    void shouldNeedAFullWindowUnlessItSaysOtherwise() {
        assertThat(policy(OptionalInt.empty(), Severity.HARD).minimum().passIterations(8))
                .isEqualTo(8);
        assertThat(policy(OptionalInt.of(3), Severity.SOFT).minimum().passIterations(8))
                .isEqualTo(3);
    }

    @Test
    void shouldRefuseAGoalTwiceAndACountOfNothing() {
        // Given
        Criterion risk = policy(OptionalInt.empty(), Severity.HARD).criteria().get(0);
        Criterion count = new Criterion(
                "count",
                Metric.ITERATIONS_PASSING,
                Statistic.COUNT,
                Comparator.AT_LEAST,
                BigDecimal.ONE,
                Severity.HARD);
        Condition condition = new Condition(Kpi.NET_BPS, Comparator.ABOVE, BigDecimal.ZERO);

        // Then
        assertThatThrownBy(() -> policy(List.of(), risk, risk)).hasMessageContaining("goal 'risk_ok' twice");
        assertThatThrownBy(() -> policy(List.of(), risk, count)).hasMessageContaining("per_iteration: missing");
        assertThatThrownBy(() -> policy(List.of(condition), risk)).hasMessageContaining("no criterion counts them");
        assertThat(policy(List.of(condition), risk, count).perIteration()).containsExactly(condition);
    }

    private static Policy policy(List<Condition> perIteration, Criterion... criteria) {
        return new Policy(
                "p", "1", new Minimum(OptionalInt.empty(), 1, Optional.empty()), perIteration, List.of(criteria));
    }

    @ParameterizedTest
    @CsvSource({"HARD, hard", "SOFT, soft", "REPORT, report"})
    void shouldNameSeveritiesInLowerCase(Severity severity, String word) {
        assertThat(severity.word()).isEqualTo(word);
        assertThat(Severity.byWord(word)).contains(severity);
    }

    @Test
    void shouldKnowNoOtherSeverity() {
        assertThat(Severity.byWord("HARD")).isEmpty();
    }

    private static Policy policy(OptionalInt passIterations, Severity severity) {
        Criterion criterion = new Criterion(
                "risk_ok", Metric.RISK_RATIO, Statistic.MEDIAN, Comparator.AT_MOST, new BigDecimal("0.4"), severity);
        return new Policy(
                "smoke", "1", new Minimum(passIterations, 3, Optional.empty()), List.of(), List.of(criterion));
    }
}
