package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;

/** Takes more load off a bot whose latency is above its limit. */
public record LatencyHardRule(
        @Setting(value = "p95 latency above which it fires.", unit = "ms")
        BigDecimal p95Above,

        @Setting("What the concurrency limit goes down to, times the value in force, cut to a whole number.")
        BigDecimal concurrencyFactor,

        @Setting(value = "Limit of that.", unit = "count") BigDecimal concurrencyMin,

        @Setting(value = "How far the tail age goes up.", unit = "ms")
        BigDecimal tailAgeStep,

        @Setting(value = "Limit of that.", unit = "ms") BigDecimal tailAgeMax)
        implements Rule {

    public LatencyHardRule {
        Steps.share("concurrency_factor", concurrencyFactor);
        Steps.positive("tail_age_step", tailAgeStep);
    }

    public static LatencyHardRule defaults() {
        return new LatencyHardRule(
                new BigDecimal("360"),
                new BigDecimal("0.85"),
                new BigDecimal("1"),
                new BigDecimal("75"),
                new BigDecimal("800"));
    }

    @Override
    public String name() {
        return "LATENCY_HARD";
    }

    @Override
    public List<Check> checks(Situation situation, RuleTable rules) {
        return List.of(Check.above("p95_latency_ms", situation.p95LatencyMs(), p95Above));
    }

    @Override
    public List<Move> moves(Overrides current) {
        return List.of(
                ConcurrencyRelief.move(current, concurrencyFactor, concurrencyMin),
                Move.up(current, "tail_age_ms", tailAgeStep, tailAgeMax));
    }
}
