package io.soakstream.producer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainDecimalTest {
    @ParameterizedTest
    @CsvSource({"60, 60", "300.0, 300", "0.020000000000000004, 0.02", "-0.01, -0.01", "0.0, 0", "-0.0, 0", "1e3, 1000"})
    void shouldWriteThePlainDecimal(double value, String expected) {
        assertThat(PlainDecimal.of(value)).isEqualTo(expected);
    }
}
