package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;

/** Slows a bot down whose risk is high. */
public record AggressiveRule(
        @Setting(value = "Risk from which on it fires.", unit = "ratio")
        BigDecimal riskAtLeast,

        @Setting(value = "How far the minimum interval goes up.", unit = "ms")
        BigDecimal minIntervalStep,

        @Setting(value = "Limit of that.", unit = "ms") BigDecimal minIntervalMax,

        @Setting(value = "How far the impact cap goes down.", unit = "ratio")
        BigDecimal impactCapStep,

        @Setting(value = "Limit of that.", unit = "ratio") BigDecimal impactCapMin,

        @Setting(value = "How far the tail age goes up.", unit = "ms")
        BigDecimal tailAgeStep,

        @Setting(value = "Limit of that.", unit = "ms") BigDecimal tailAgeMax)
        implements Rule {

    public AggressiveRule {
        Steps.positive("min_interval_step", minIntervalStep, "impact_cap_step", impactCapStep);
        Steps.positive("tail_age_step", tailAgeStep);
    }

    public static AggressiveRule defaults() {
        return new AggressiveRule(
                new BigDecimal("0.60"),
                new BigDecimal("5"),
                new BigDecimal("80"),
                new BigDecimal("0.01"),
                new BigDecimal("0.08"),
                new BigDecimal("30"),
                new BigDecimal("800"));
    }

    @Override
    public String name() {
        return "AGGRESSIVE";
    }

    @Override
    public List<Check> checks(Situation situation, RuleTable rules) {
        return List.of(Check.atLeast("risk_ratio", situation.riskRatio(), riskAtLeast));
    }

    @Override
    public List<Move> moves(Overrides current) {
        return List.of(
                Move.up(current, "min_interval_ms", minIntervalStep, minIntervalMax),
                Move.down(current, "impact_cap_ratio", impactCapStep, impactCapMin),
                Move.up(current, "tail_age_ms", tailAgeStep, tailAgeMax));
    }
}
