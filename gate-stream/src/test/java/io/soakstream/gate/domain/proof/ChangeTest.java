package io.soakstream.gate.domain.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChangeTest {

    @Test
    void shouldNameWhatChangedSortedWithItsBound() {
        // Given
        Overrides before = with(Map.of("maker.bias", "0.2"));
        Overrides after = with(Map.of("tail_age_ms", "800", "latency.spread_add_bps", "1", "concurrency_limit", "9"));

        // When
        List<Change> changes = Change.between(before, after, Map.of("tail_age_ms", "max", "min_interval_ms", "min"));

        // Then
        assertThat(changes)
                .containsExactly(
                        new Change("bias", decimal("0.2000"), Optional.empty(), Optional.empty()),
                        new Change("concurrency_limit", decimal("10"), decimal("9"), Optional.empty()),
                        new Change("spread_add_bps", Optional.empty(), decimal("1.0000"), Optional.empty()),
                        new Change("tail_age_ms", decimal("600"), decimal("800"), Optional.of("max")));
    }

    @Test
    void shouldHaveADifferenceOnlyBetweenTwoValues() {
        assertThat(new Change("tail_age_ms", decimal("600"), decimal("570"), Optional.empty()).delta())
                .contains(new BigDecimal("-30"));
        assertThat(new Change("bias", decimal("0.2"), Optional.empty(), Optional.empty()).delta())
                .isEmpty();
        assertThat(new Change("bias", Optional.empty(), decimal("0.2"), Optional.empty()).delta())
                .isEmpty();
    }

    private static Overrides with(Map<String, String> values) {
        Map<String, BigDecimal> decimals = new TreeMap<>();
        values.forEach((name, value) -> decimals.put(name, new BigDecimal(value)));
        return Overrides.startingFrom(ParameterCatalogue.standard(), decimals);
    }

    private static Optional<BigDecimal> decimal(String value) {
        return Optional.of(new BigDecimal(value));
    }
}
