package io.soakstream.producer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskUnitTest {
    @ParameterizedTest
    @CsvSource({"RATIO, 1, 1", "RATIO, 0.45, 0.45", "PERCENT, 1, 0.01", "PERCENT, 0.9, 0.009", "PERCENT, 100, 1"})
    void shouldConvertByTheDeclaredUnit(RiskUnit unit, double value, double ratio) {
        assertThat(unit.toRatio(value)).isEqualTo(ratio);
    }

    @ParameterizedTest
    @CsvSource({"RATIO, 1.0001", "RATIO, -0.1", "RATIO, NaN", "PERCENT, 100.1", "PERCENT, Infinity"})
    void shouldNotAllowWhatIsOutsideTheUnit(RiskUnit unit, double value) {
        assertThat(unit.allows(value)).isFalse();
    }

    @Test
    void shouldHintAtTheOtherUnit() {
        assertThat(RiskUnit.RATIO.range()).isEqualTo("0..1 (unit: ratio; use --risk-unit percent for percentages)");
        assertThat(RiskUnit.PERCENT.range()).isEqualTo("0..100 (unit: percent)");
    }
}
