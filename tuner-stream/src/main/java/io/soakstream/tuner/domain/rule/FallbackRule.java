package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Makes a bot that keeps losing money conservative. Alone: when it fires, no other rule is evaluated. */
public record FallbackRule(
        @Setting(value = "Iterations in a row with a negative net edge.", unit = "count")
        int negativeIterations,

        @Setting(value = "Iterations that must lie between two firings, at least.", unit = "count")
        int pauseIterations,

        @Setting(value = "How far the minimum interval goes up.", unit = "ms")
        BigDecimal minIntervalStep,

        @Setting(value = "How far the replace rate goes down.", unit = "1/min")
        BigDecimal replaceRateStep,

        @Setting(value = "How far the spread delta goes up.", unit = "bps")
        BigDecimal spreadDeltaStep,

        @Setting(value = "What the tail age goes up to.", unit = "ms")
        BigDecimal tailAgeTarget)
        implements Rule {

    public FallbackRule {
        if (negativeIterations < 1) {
            throw new IllegalArgumentException("negative_iterations: " + negativeIterations + " is below 1");
        }
        if (pauseIterations < 0) {
            throw new IllegalArgumentException("pause_iterations: " + pauseIterations + " is below 0");
        }
        Steps.positive("min_interval_step", minIntervalStep, "replace_rate_step", replaceRateStep);
        Steps.positive("spread_delta_step", spreadDeltaStep);
    }

    public static FallbackRule defaults() {
        return new FallbackRule(
                2, 1, new BigDecimal("20"), new BigDecimal("60"), new BigDecimal("0.02"), new BigDecimal("700"));
    }

    @Override
    public String name() {
        return "FALLBACK";
    }

    @Override
    public List<Check> checks(Situation situation, RuleTable rules) {
        return List.of(
                Check.atLeast(
                        "negative_iterations",
                        count(situation.memory().negativeIterations()),
                        BigDecimal.valueOf(negativeIterations)),
                Check.above(
                        "iterations_since_fallback",
                        count(situation.memory().sinceFallback()),
                        BigDecimal.valueOf(pauseIterations)));
    }

    @Override
    public List<Move> moves(Overrides current) {
        return List.of(
                Move.up(current, "min_interval_ms", minIntervalStep),
                Move.down(current, "replace_rate_per_min", replaceRateStep),
                Move.up(current, "base_spread_bps_delta", spreadDeltaStep),
                Move.upTo("tail_age_ms", tailAgeTarget, Optional.empty()));
    }

    private static Optional<BigDecimal> count(int number) {
        return Optional.of(BigDecimal.valueOf(number));
    }
}
