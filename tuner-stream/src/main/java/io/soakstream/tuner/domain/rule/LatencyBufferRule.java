package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;

/** Takes load off a bot whose latency comes near its limit. */
public record LatencyBufferRule(
        @Setting(value = "p95 latency from which on it fires, up to that of latency_hard.", unit = "ms")
        BigDecimal p95AtLeast,

        @Setting("What the concurrency limit goes down to, times the value in force, cut to a whole number.")
        BigDecimal concurrencyFactor,

        @Setting(value = "Limit of that.", unit = "count") BigDecimal concurrencyMin,

        @Setting(value = "How far the tail age goes up.", unit = "ms")
        BigDecimal tailAgeStep,

        @Setting(value = "Limit of that.", unit = "ms") BigDecimal tailAgeMax)
        implements Rule {

    public LatencyBufferRule {
        Steps.share("concurrency_factor", concurrencyFactor);
        Steps.positive("tail_age_step", tailAgeStep);
    }

    public static LatencyBufferRule defaults() {
        return new LatencyBufferRule(
                new BigDecimal("330"),
                new BigDecimal("0.90"),
                new BigDecimal("1"),
                new BigDecimal("50"),
                new BigDecimal("800"));
    }

    @Override
    public String name() {
        return "LATENCY_BUFFER";
    }

    @Override
    public List<Check> checks(Situation situation, RuleTable rules) {
        return List.of(
                Check.atLeast("p95_latency_ms", situation.p95LatencyMs(), p95AtLeast),
                Check.atMost(
                        "p95_latency_ms",
                        situation.p95LatencyMs(),
                        rules.latencyHard().p95Above()));
    }

    @Override
    public List<Move> moves(Overrides current) {
        return List.of(
                ConcurrencyRelief.move(current, concurrencyFactor, concurrencyMin),
                Move.up(current, "tail_age_ms", tailAgeStep, tailAgeMax));
    }
}
