package io.soakstream.tuner.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Limits that a guard could not work with; the smallest that it can is taken. */
class GuardLimitsTest {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal ZERO = new BigDecimal("0.0");

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused(() -> new OscillationGuard(0, 1, 1), "window_iterations: 0 is below 1"),
                refused(() -> new OscillationGuard(65, 1, 1), "window_iterations: 65 is above 64"),
                refused(() -> new OscillationGuard(1, 0, 1), "sign_changes: 0 is below 1"),
                refused(() -> new OscillationGuard(1, 1, 0), "cycle_states: 0 is below 1"),
                refused(() -> new VelocityGuard(0, 1, ONE), "applied_in_a_row: 0 is below 1"),
                refused(() -> new VelocityGuard(1, 0, ONE), "window_ms: 0 is below 1"),
                refused(() -> new VelocityGuard(1, 1, ZERO), "max_steps: 0.0 is not above 0"),
                refused(() -> new CooldownGuard(ZERO, 1), "span_share_above: 0.0 is not above 0"),
                refused(() -> new CooldownGuard(ONE, -1), "iterations: -1 is below 0"),
                refused(() -> new SteadyFreezeGuard(ONE, ONE, -1), "iterations: -1 is below 0"),
                refused(() -> new DebounceLimits(0, 0, 1, 0, 1), "open_samples: 0 is below 1"),
                refused(() -> new DebounceLimits(1, -1, 1, 0, 1), "open_ms: -1 is below 0"),
                refused(() -> new DebounceLimits(1, 0, 0, 0, 1), "close_samples: 0 is below 1"),
                refused(() -> new DebounceLimits(1, 0, 1, -1, 1), "close_ms: -1 is below 0"),
                refused(() -> new DebounceLimits(1, 0, 1, 0, 0), "max_gap_periods: 0 is below 1"),
                refused(() -> table(ZERO, 0), "hard_latency_at_least: 0.0 is not above 0"),
                refused(() -> table(ONE, -1), "partial_freeze_min_ms: -1 is below 0"));
    }

    static Stream<Supplier<Object>> smallest() {
        return Stream.of(
                () -> new OscillationGuard(1, 1, 1),
                () -> new OscillationGuard(64, 1, 1),
                () -> new VelocityGuard(1, 1, new BigDecimal("0.001")),
                () -> new CooldownGuard(new BigDecimal("0.001"), 0),
                () -> new SteadyFreezeGuard(ZERO, ZERO, 0),
                () -> new DebounceLimits(1, 0, 1, 0, 1),
                () -> table(new BigDecimal("0.001"), 0));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void shouldRefuseAnImpossibleLimitByItsName(Supplier<Object> limits, String message) {
        assertThatThrownBy(limits::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @MethodSource("smallest")
    void shouldTakeTheSmallestThatWorks(Supplier<Object> limits) {
        assertThat(limits.get()).isNotNull();
    }

    private static GuardTable table(BigDecimal hardLatency, long partialFreezeMinMs) {
        return new GuardTable(
                OscillationGuard.defaults(),
                hardLatency,
                DebounceLimits.defaults(),
                partialFreezeMinMs,
                SteadyFreezeGuard.defaults(),
                VelocityGuard.defaults(),
                CooldownGuard.defaults());
    }

    private static Arguments refused(Supplier<Object> limits, String message) {
        return Arguments.of(limits, message);
    }
}
