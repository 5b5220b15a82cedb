package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;

/** Slows a bot down a little whose risk is medium. */
public record ModerateRule(
        @Setting(value = "Risk from which on it fires, below that of aggressive.", unit = "ratio")
        BigDecimal riskAtLeast,

        @Setting(value = "How far the minimum interval goes up.", unit = "ms")
        BigDecimal minIntervalStep,

        @Setting(value = "Limit of that.", unit = "ms") BigDecimal minIntervalMax,

        @Setting(value = "How far the impact cap goes down.", unit = "ratio")
        BigDecimal impactCapStep,

        @Setting(value = "Limit of that.", unit = "ratio") BigDecimal impactCapMin)
        implements Rule {

    public ModerateRule {
        Steps.positive("min_interval_step", minIntervalStep, "impact_cap_step", impactCapStep);
    }

    public static ModerateRule defaults() {
        return new ModerateRule(
                new BigDecimal("0.40"),
                new BigDecimal("5"),
                new BigDecimal("75"),
                new BigDecimal("0.005"),
                new BigDecimal("0.09"));
    }

    @Override
    public String name() {
        return "MODERATE";
    }

    @Override
    public List<Check> checks(Situation situation, RuleTable rules) {
        return List.of(
                Check.atLeast("risk_ratio", situation.riskRatio(), riskAtLeast),
                Check.below(
                        "risk_ratio", situation.riskRatio(), rules.aggressive().riskAtLeast()));
    }

    @Override
    public List<Move> moves(Overrides current) {
        return List.of(
                Move.up(current, "min_interval_ms", minIntervalStep, minIntervalMax),
                Move.down(current, "impact_cap_ratio", impactCapStep, impactCapMin));
    }
}
