package io.soakstream.schemas.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StartPlanTest {
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();
    private final Map<String, BigDecimal> atHand = Map.of("replace_rate_per_min", new BigDecimal("300"));

    private StartPlan plan(String profile, String preset, String warmup) {
        return StartPlan.read(
                catalogue, Optional.ofNullable(profile), Optional.ofNullable(preset), Optional.ofNullable(warmup));
    }

    private static String value(List<ParameterValue> values, String name) {
        return values.stream()
                .filter(value -> value.getName().equals(name))
                .map(ParameterValue::getValue)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldPutAProfileBeforeTheValuesAtHand() {
        // When
        StartPlan.Start start = plan("steady_safe", null, null).resolve(catalogue, atHand);

        // Then
        assertThat(start.profile()).contains("steady_safe");
        assertThat(value(start.startOverrides(), "replace_rate_per_min")).isEqualTo("250");
        assertThat(start.startOverrides()).hasSize(8);
        assertThat(start.schedule()).isEmpty();
        assertThat(start.notes()).isEmpty();
    }

    @Test
    void shouldPutThePresetOnTheValuesAtHandAndWarmUpTowardsThat() {
        // When
        StartPlan.Start start =
                plan(null, "maker_bias_uplift_v1", "warmup_conservative_v1").resolve(catalogue, atHand);

        // Then: 300 x 0.90 x 0.75, half-way, and back to 300 x 0.90
        assertThat(start.profile()).isEmpty();
        assertThat(value(start.startOverrides(), "replace_rate_per_min")).isEqualTo("202.5");
        assertThat(start.schedule())
                .extracting(ScheduledValues::getAfterIteration, step -> value(step.getValues(), "replace_rate_per_min"))
                .containsExactly(tuple(5, "236.2"), tuple(6, "270"));
        assertThat(start.notes()).isNotEmpty();
    }
}
