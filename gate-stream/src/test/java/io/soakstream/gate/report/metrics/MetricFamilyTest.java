package io.soakstream.gate.report.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricFamilyTest {
    @Test
    void shouldWriteHelpTypeAndSamples() {
        // When
        String text = MetricFamily.gauge("soak_x", "What it is")
                .sample(305.0)
                .sample(0.41, "policy", "mine")
                .sample(2L, "a", "1", "b", "2")
                .text();

        // Then
        assertThat(text)
                .isEqualTo("# HELP soak_x What it is\n# TYPE soak_x gauge\nsoak_x 305.0\nsoak_x{policy=\"mine\"} 0.41\n"
                        + "soak_x{a=\"1\",b=\"2\"} 2\n");
    }

    @Test
    void shouldEscapeLabels() {
        assertThat(MetricFamily.counter("x_total", "X")
                        .sample(1L, "policy", "a\"b\\c\nd")
                        .text())
                .endsWith("x_total{policy=\"a\\\"b\\\\c\\nd\"} 1\n");
    }

    @Test
    void shouldRoundHalfEvenAndSayThatAValueIsUnknown() {
        assertThat(MetricFamily.gauge("x", "X")
                        .sample(0.85, 6)
                        .unknown("w", "8")
                        .text())
                .endsWith("x 0.850000\nx{w=\"8\"} NaN\n");
    }
}
