package io.soakstream.producer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class RationaleRulesTest {
    @Test
    void shouldTakeTheCapitalsBeforeTheColon() {
        // Given
        String rationale =
                "AGGRESSIVE: risk=68.0% >= 60% -> min_interval +5ms (cap 80) | DRIVER: slip: x | AGGRESSIVE: y";

        // When // Then
        assertThat(RationaleRules.names(rationale)).containsExactly("AGGRESSIVE", "DRIVER");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"no rule fired", "risk: high"})
    void shouldTakeNothingFromOtherNotations(String rationale) {
        assertThat(RationaleRules.names(rationale)).isEmpty();
    }
}
