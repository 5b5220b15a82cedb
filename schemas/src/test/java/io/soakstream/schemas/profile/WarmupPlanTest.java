package io.soakstream.schemas.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.ScheduledValues;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarmupPlanTest {
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();
    private final WarmupPlan plan = WarmupPlan.read("warmup_conservative_v1", catalogue);

    @TempDir
    private Path directory;

    private static void assertValue(Overrides values, String name, String expected) {
        assertThat(values.value(name).orElseThrow()).as(name).isEqualByComparingTo(expected);
    }

    @Test
    void shouldWarmUpRampDownAndBeSteady() {
        // Given
        Overrides base = Overrides.start(catalogue);

        // Then
        assertThat(plan.phase(4)).isEqualTo(WarmupPlan.Phase.WARMUP);
        assertThat(plan.phase(5)).isEqualTo(WarmupPlan.Phase.RAMPDOWN);
        assertThat(plan.phase(7)).isEqualTo(WarmupPlan.Phase.STEADY);
        assertValue(plan.values(base, 1), "replace_rate_per_min", "225");
        assertValue(plan.values(base, 1), "min_interval_ms", "80");
        assertValue(plan.values(base, 1), "max_delta_ratio", "0.1275");
        assertThat(plan.values(base, 5)).isEqualTo(plan.values(base, 1));
        assertValue(plan.values(base, 6), "replace_rate_per_min", "262.5");
        assertValue(plan.values(base, 6), "min_interval_ms", "70");
        // 0.13875 lies between 0.1387 and 0.1388: to the even one
        assertValue(plan.values(base, 6), "max_delta_ratio", "0.1388");
        assertThat(plan.values(base, 7)).isEqualTo(base);
    }

    @Test
    void shouldSayTheSameAsStepsOfComplete() {
        // Given
        Overrides base = Overrides.start(catalogue);

        // When
        WarmupPlan.Schedule schedule = plan.schedule(base);

        // Then
        assertThat(schedule.start()).isEqualTo(plan.values(base, 1));
        assertThat(schedule.steps())
                .extracting(ScheduledValues::getAfterIteration)
                .containsExactly(5, 6);
        assertThat(overrides(schedule.steps().get(0))).isEqualTo(plan.values(base, 6));
        assertThat(overrides(schedule.steps().get(1))).isEqualTo(base);
        assertThat(schedule.notes())
                .contains("preset warmup_conservative_v1: engine.min_interval_ms: 85 ms is cut to 80");
    }

    private Overrides overrides(ScheduledValues step) {
        Map<String, BigDecimal> values = new HashMap<>();
        for (ParameterValue value : step.getValues()) {
            values.put(value.getName(), new BigDecimal(value.getValue()));
        }
        return Overrides.startingFrom(catalogue, values);
    }

    @Property(tries = 300)
    void shouldDependOnBaseAndIterationOnlyAndStayInBounds(
            @ForAll @IntRange(max = 1000) int perMille, @ForAll @IntRange(min = 1, max = 12) int iteration) {
        // Given: a base anywhere inside the bounds, whatever was asked before
        Overrides base = somewhere(perMille);
        Overrides asked = plan.values(base, iteration);
        plan.values(asked, iteration);

        // When
        Overrides values = WarmupPlan.read("warmup_conservative_v1", catalogue).values(somewhere(perMille), iteration);

        // Then
        assertThat(values).isEqualTo(asked);
        assertThat(values.values().keySet()).isEqualTo(base.values().keySet());
        values.values().forEach((name, value) -> {
            Parameter parameter = catalogue.get(name);
            assertThat(value).isBetween(parameter.min(), parameter.max());
            assertThat(value.scale()).isEqualTo(parameter.scale());
        });
        if (iteration >= 7) {
            assertThat(values).isEqualTo(base);
        }
    }

    private Overrides somewhere(int perMille) {
        Map<String, BigDecimal> values = new HashMap<>();
        catalogue
                .all()
                .forEach(parameter -> values.put(
                        parameter.name(),
                        parameter
                                .span()
                                .multiply(BigDecimal.valueOf(perMille, 3))
                                .add(parameter.min())
                                .setScale(parameter.scale(), RoundingMode.HALF_EVEN)));
        return Overrides.startingFrom(catalogue, values);
    }

    @Test
    void shouldFindAPresetBesideThePlanOfAUser() {
        // Given
        ProfileFiles files = new ProfileFiles(directory);
        files.with("slow.yaml", "{name: slow, version: 1, operations: {tail_age_ms: {add: 50}}}");
        String mine = files.with(
                "mine.yaml",
                "{name: mine, version: 1, preset: slow.yaml, warmup_iterations: 2, rampdown_iterations: 0}");

        // When
        WarmupPlan.Schedule schedule = WarmupPlan.read(mine, catalogue).schedule(Overrides.start(catalogue));

        // Then
        assertValue(schedule.start(), "tail_age_ms", "650");
        assertThat(schedule.steps())
                .extracting(ScheduledValues::getAfterIteration)
                .containsExactly(2);
    }

    @Test
    void shouldNameWhatItRefuses() {
        // Given
        String none = new ProfileFiles(directory)
                .with("w.yaml", "{name: w, version: 1, preset: warmup_conservative_v1, warmup_iterations: 0}");

        // Then
        assertThatThrownBy(() -> WarmupPlan.read(none, catalogue))
                .isInstanceOf(InvalidProfileException.class)
                .hasMessage(none + ": warmup_iterations: \"0\" is no whole number from 1 to 1000");
        assertThatThrownBy(() -> WarmupPlan.read("warm", catalogue))
                .hasMessage("warm: neither a warm-up plan (warmup_conservative_v1) nor a file");
    }
}
