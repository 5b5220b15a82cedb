package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused(() -> new AdmissionLimits(0, 1, 1, 0, 1, 1), "max_iteration_jump: 0 is below 1"),
                refused(() -> new AdmissionLimits(1, 0, 1, 0, 1, 1), "max_time_jump_ms: 0 is below 1"),
                refused(() -> new AdmissionLimits(1, 1, 0, 0, 1, 1), "max_first_iteration: 0 is below 1"),
                refused(() -> new AdmissionLimits(1, 1, 1, 0, 1, 0), "remembered_iterations: 0 is below 1"),
                refused(() -> new AdmissionLimits(1, 1, 1, 5, 5, 1), "earliest_ms: 5 is not below latest_ms 5"),
                refused(() -> new SilenceLimits(0, 1), "stalled_after_periods: 0 is below 1"),
                refused(() -> new SilenceLimits(1, 0), "expire_after_ms: 0 is below 1"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void shouldRefuseAnImpossibleLimitByItsName(Supplier<Object> limits, String message) {
        assertThatThrownBy(limits::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void shouldTakeTheSmallestThatWorks() {
        assertThat(new AdmissionLimits(1, 1, 1, 4, 5, 1).latestMs()).isEqualTo(5);
        assertThat(new SilenceLimits(1, 1).expireAfterMs()).isEqualTo(1);
    }

    private static Arguments refused(Supplier<Object> limits, String message) {
        return Arguments.of(limits, message);
    }
}
