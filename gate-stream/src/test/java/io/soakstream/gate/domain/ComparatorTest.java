package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ComparatorTest {
    private static final BigDecimal THRESHOLD = new BigDecimal("0.40");

    @ParameterizedTest
    @CsvSource({
        "<=, true, true, false",
        "<,  true, false, false",
        ">=, false, true, true",
        ">,  false, false, true",
    })
    void shouldBeInclusiveExactlyAsWritten(String sign, boolean below, boolean at, boolean above) {
        // Given
        Comparator comparator = Comparator.bySign(sign).orElseThrow();

        // Then
        assertThat(comparator.met(new BigDecimal("0.39"), THRESHOLD)).isEqualTo(below);
        assertThat(comparator.met(new BigDecimal("0.4"), THRESHOLD)).isEqualTo(at);
        assertThat(comparator.met(new BigDecimal("0.41"), THRESHOLD)).isEqualTo(above);
    }

    @ParameterizedTest
    @CsvSource({"<=, 0.1", "<, 0.1", ">=, -0.1", ">, -0.1"})
    void shouldMeasureTheMarginInTheGoodDirection(String sign, BigDecimal margin) {
        assertThat(Comparator.bySign(sign).orElseThrow().margin(new BigDecimal("0.3"), THRESHOLD))
                .isEqualByComparingTo(margin);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeKnownByItsSign(Comparator comparator) {
        assertThat(Comparator.bySign(comparator.sign())).contains(comparator);
    }

    @Test
    void shouldKnowNoOtherSign() {
        assertThat(Comparator.bySign("=")).isEmpty();
    }
}
