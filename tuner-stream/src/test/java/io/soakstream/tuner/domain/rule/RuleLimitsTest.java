package io.soakstream.tuner.domain.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A step of zero or below would move a parameter against its rule, or never. */
class RuleLimitsTest {
    private static final BigDecimal ONE = BigDecimal.ONE;
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal ZERO = new BigDecimal("0.0");
    private static final BigDecimal BELOW = new BigDecimal("-1");

    static Stream<Arguments> impossible() {
        return Stream.of(
                refused(() -> fallback(0, 0, ONE, ONE, ONE), "negative_iterations: 0 is below 1"),
                refused(() -> fallback(1, -1, ONE, ONE, ONE), "pause_iterations: -1 is below 0"),
                refused(() -> fallback(1, 0, ZERO, ONE, ONE), "min_interval_step: 0.0 is not above 0"),
                refused(() -> fallback(1, 0, ONE, BELOW, ONE), "replace_rate_step: -1 is not above 0"),
                refused(() -> fallback(1, 0, ONE, ONE, ZERO), "spread_delta_step: 0.0 is not above 0"),
                refused(
                        () -> new AggressiveRule(ONE, ZERO, ONE, ONE, ONE, ONE, ONE),
                        "min_interval_step: 0.0 is not above 0"),
                refused(
                        () -> new AggressiveRule(ONE, ONE, ONE, ZERO, ONE, ONE, ONE),
                        "impact_cap_step: 0.0 is not above 0"),
                refused(
                        () -> new AggressiveRule(ONE, ONE, ONE, ONE, ONE, ZERO, ONE),
                        "tail_age_step: 0.0 is not above 0"),
                refused(() -> new ModerateRule(ONE, ZERO, ONE, ONE, ONE), "min_interval_step: 0.0 is not above 0"),
                refused(() -> new ModerateRule(ONE, ONE, ONE, ZERO, ONE), "impact_cap_step: 0.0 is not above 0"),
                refused(() -> boost(ZERO, ONE, HALF, ONE, ONE), "spread_step: 0.0 is not above 0"),
                refused(() -> boost(ONE, ZERO, HALF, ONE, ONE), "spread_max_factor: 0.0 is not above 0"),
                refused(() -> boost(ONE, ONE, ZERO, ONE, ONE), "replace_rate_factor: 0.0 is not between 0 and 1"),
                refused(() -> boost(ONE, ONE, ONE, ONE, ONE), "replace_rate_factor: 1 is not between 0 and 1"),
                refused(() -> boost(ONE, ONE, HALF, ZERO, ONE), "min_interval_step: 0.0 is not above 0"),
                refused(() -> boost(ONE, ONE, HALF, ONE, ZERO), "min_interval_max_factor: 0.0 is not above 0"),
                refused(
                        () -> new LatencyBufferRule(ONE, ZERO, ONE, ONE, ONE),
                        "concurrency_factor: 0.0 is not between 0 and 1"),
                refused(() -> new LatencyBufferRule(ONE, HALF, ONE, ZERO, ONE), "tail_age_step: 0.0 is not above 0"),
                refused(
                        () -> new LatencyHardRule(ONE, ONE, ONE, ONE, ONE),
                        "concurrency_factor: 1 is not between 0 and 1"),
                refused(() -> new LatencyHardRule(ONE, HALF, ONE, ZERO, ONE), "tail_age_step: 0.0 is not above 0"),
                refused(() -> new AdverseRule(ONE, ZERO, ONE, ONE, ONE), "impact_cap_step: 0.0 is not above 0"),
                refused(() -> new AdverseRule(ONE, ONE, ONE, ZERO, ONE), "max_delta_step: 0.0 is not above 0"),
                refused(() -> new SlippageRule(ONE, ZERO, ONE, ONE, ONE), "spread_delta_step: 0.0 is not above 0"),
                refused(() -> new SlippageRule(ONE, ONE, ONE, ZERO, ONE), "tail_age_step: 0.0 is not above 0"),
                refused(
                        () -> new NormalizeRule(ONE, ONE, ZERO, ONE, ONE, ONE),
                        "min_interval_step: 0.0 is not above 0"),
                refused(() -> new NormalizeRule(ONE, ONE, ONE, ONE, ZERO, ONE), "impact_cap_step: 0.0 is not above 0"));
    }

    @ParameterizedTest
    @MethodSource("impossible")
    void shouldRefuseAnImpossibleStepByItsName(Supplier<Object> rule, String message) {
        assertThatThrownBy(rule::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @MethodSource("overlapping")
    void shouldRefuseRulesThatOverlap(Supplier<Object> rules, String message) {
        assertThatThrownBy(rules::get)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    static Stream<Arguments> overlapping() {
        return Stream.of(
                refused(
                        () -> table("0.60", "330"),
                        "rules.moderate.risk_at_least: 0.60 is not below rules.aggressive.risk_at_least 0.60"),
                refused(
                        () -> table("0.40", "361"),
                        "rules.latency_buffer.p95_at_least: 361 is above rules.latency_hard.p95_above 360"));
    }

    @ParameterizedTest
    @MethodSource("adjacent")
    void shouldTakeRulesThatTouch(Supplier<Object> rules) {
        assertThat(rules.get()).isNotNull();
    }

    static Stream<Supplier<Object>> adjacent() {
        return Stream.of(() -> table("0.59", "360"), () -> fallback(1, 0, ONE, ONE, ONE));
    }

    private static RuleTable table(String moderateAtLeast, String bufferAtLeast) {
        ModerateRule moderate = ModerateRule.defaults();
        LatencyBufferRule buffer = LatencyBufferRule.defaults();
        return new RuleTable(
                FallbackRule.defaults(),
                AggressiveRule.defaults(),
                new ModerateRule(
                        new BigDecimal(moderateAtLeast),
                        moderate.minIntervalStep(),
                        moderate.minIntervalMax(),
                        moderate.impactCapStep(),
                        moderate.impactCapMin()),
                MakerBoostRule.defaults(),
                new LatencyBufferRule(
                        new BigDecimal(bufferAtLeast),
                        buffer.concurrencyFactor(),
                        buffer.concurrencyMin(),
                        buffer.tailAgeStep(),
                        buffer.tailAgeMax()),
                LatencyHardRule.defaults(),
                AdverseRule.defaults(),
                SlippageRule.defaults(),
                NormalizeRule.defaults(),
                StableZone.defaults());
    }

    private static FallbackRule fallback(
            int negative, int pause, BigDecimal interval, BigDecimal rate, BigDecimal spread) {
        return new FallbackRule(negative, pause, interval, rate, spread, ONE);
    }

    private static MakerBoostRule boost(
            BigDecimal spread, BigDecimal spreadMax, BigDecimal rate, BigDecimal interval, BigDecimal intervalMax) {
        return new MakerBoostRule(ONE, ONE, ONE, spread, spreadMax, rate, interval, intervalMax, ONE);
    }

    private static Arguments refused(Supplier<Object> rule, String message) {
        return Arguments.of(rule, message);
    }
}
