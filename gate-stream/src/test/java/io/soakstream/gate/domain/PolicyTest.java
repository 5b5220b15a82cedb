package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;
import java.util.List;
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
        assertThat(policy(OptionalInt.empty(), Severity.HARD).passIterations(8)).isEqualTo(8);
        assertThat(policy(OptionalInt.of(3), Severity.SOFT).passIterations(8)).isEqualTo(3);
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
                "risk_ok", Kpi.RISK_RATIO, Statistic.MEDIAN, Comparator.AT_MOST, new BigDecimal("0.4"), severity);
        return new Policy("smoke", "1", passIterations, 3, List.of(criterion));
    }
}
