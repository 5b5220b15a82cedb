package io.soakstream.schemas.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class OverridesTest {
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();

    @Test
    void shouldHashTheStartValues() {
        assertThat(Overrides.start(catalogue).stateHash())
                .isEqualTo("7d5bd7a9a6c4793858f0197241e045b796a7d2742a399ceb5059e65c78330195");
    }

    @Test
    void shouldAcceptFlatNamesAndPaths() {
        // When
        Overrides flat = Overrides.startingFrom(catalogue, Map.of("tail_age_ms", new BigDecimal("650")));
        Overrides nested = Overrides.startingFrom(catalogue, Map.of("engine.tail_age_ms", new BigDecimal("650.0")));

        // Then
        assertThat(flat).isEqualTo(nested);
        assertThat(flat.document().get("engine").get("tail_age_ms")).isEqualByComparingTo("650");
    }

    @Test
    void shouldNameWhatItRefuses() {
        assertThatThrownBy(() -> Overrides.startingFrom(catalogue, Map.of("tail_age_ms", new BigDecimal("850"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessage("engine.tail_age_ms: 850 is outside 500..800 ms");
        assertThatThrownBy(() -> Overrides.startingFrom(catalogue, Map.of("tail_age", BigDecimal.ONE)))
                .hasMessage("tail_age: no such parameter in the catalogue");
        assertThatThrownBy(() -> Overrides.startingFrom(catalogue, Map.of("risk.tail_age_ms", BigDecimal.ONE)))
                .hasMessageContaining("no such parameter");
        assertThatThrownBy(() -> Overrides.startingFrom(
                        catalogue,
                        Map.of("tail_age_ms", new BigDecimal("600"), "engine.tail_age_ms", new BigDecimal("630"))))
                .hasMessageContaining("given twice, as 630 and 600");
    }

    @Test
    void shouldClampAtTheBoundsAndSayWhere() {
        // Given
        Parameter interval = catalogue.get("min_interval_ms");

        // When
        Parameter.Clamped clamped = interval.add(new BigDecimal("60"), new BigDecimal("25"));

        // Then
        assertThat(clamped.value()).isEqualByComparingTo("80");
        assertThat(clamped.bound()).contains(Parameter.Bound.MAX);
    }

    @Test
    void shouldRoundHalfEvenAtTheScaleOfTheCatalogue() {
        assertThat(catalogue.get("min_interval_ms").round(new BigDecimal("62.5")))
                .isEqualByComparingTo("62");
        assertThat(catalogue.get("min_interval_ms").round(new BigDecimal("63.5")))
                .isEqualByComparingTo("64");
    }

    @Property(tries = 200)
    void shouldRestoreTheHashWhenADeltaIsTakenBack(@ForAll @IntRange(min = -20, max = 20) int delta) {
        // Given
        Overrides start = Overrides.start(catalogue);
        BigDecimal step = BigDecimal.valueOf(delta);

        // When
        Overrides moved = start.plus(Map.of("min_interval_ms", step));
        Overrides back = moved.plus(Map.of("min_interval_ms", step.negate()));

        // Then
        assertThat(back.stateHash()).isEqualTo(start.stateHash());
        assertThat(moved.stateHash().equals(start.stateHash())).isEqualTo(delta == 0);
    }

    @Property(tries = 500)
    void shouldNeverLeaveTheBounds(@ForAll @BigRange(min = "-1000", max = "1000") BigDecimal delta) {
        for (Parameter tunable : catalogue.tunables()) {
            // When
            BigDecimal value = Overrides.start(catalogue)
                    .plus(Map.of(tunable.name(), delta))
                    .values()
                    .get(tunable.name());

            // Then
            assertThat(value).isBetween(tunable.min(), tunable.max());
            assertThat(value.scale()).isEqualTo(tunable.scale());
        }
    }

    @Test
    void shouldKeepEveryStartValueLegal() {
        assertThat(catalogue.tunables()).hasSize(8).allSatisfy(tunable -> assertThat(
                        tunable.checked(tunable.start().orElseThrow()))
                .isEqualByComparingTo(tunable.start().orElseThrow()));
        assertThat(catalogue.all()).hasSize(24);
    }
}
