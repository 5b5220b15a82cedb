package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;

/** Goes back towards the best cell while risk is low and the edge good. */
public record NormalizeRule(
        @Setting(value = "Risk below which it fires.", unit = "ratio")
        BigDecimal riskBelow,

        @Setting(value = "Net edge from which on it fires.", unit = "bps")
        BigDecimal netAtLeast,

        @Setting(value = "How far the minimum interval goes down.", unit = "ms")
        BigDecimal minIntervalStep,

        @Setting(value = "Limit of that.", unit = "ms") BigDecimal minIntervalMin,

        @Setting(value = "How far the impact cap goes up.", unit = "ratio")
        BigDecimal impactCapStep,

        @Setting(value = "Limit of that.", unit = "ratio") BigDecimal impactCapMax)
        implements Rule {

    public NormalizeRule {
        Steps.positive("min_interval_step", minIntervalStep, "impact_cap_step", impactCapStep);
    }

    public static NormalizeRule defaults() {
        return new NormalizeRule(
                new BigDecimal("0.35"),
                new BigDecimal("3.0"),
                new BigDecimal("3"),
                new BigDecimal("50"),
                new BigDecimal("0.005"),
                new BigDecimal("0.10"));
    }

    @Override
    public String name() {
        return "NORMALIZE";
    }

    @Override
    public List<Check> checks(Situation situation, RuleTable rules) {
        return List.of(
                Check.below("risk_ratio", situation.riskRatio(), riskBelow),
                Check.atLeast("net_bps", situation.netBps(), netAtLeast),
                Check.isNot(rules.makerBoost().name(), rules.makerBoost().fires(situation, rules)),
                Check.isNot(rules.latencyBuffer().name(), rules.latencyBuffer().fires(situation, rules)),
                Check.isNot(rules.latencyHard().name(), rules.latencyHard().fires(situation, rules)));
    }

    @Override
    public List<Move> moves(Overrides current) {
        return List.of(
                Move.down(current, "min_interval_ms", minIntervalStep, minIntervalMin),
                Move.up(current, "impact_cap_ratio", impactCapStep, impactCapMax));
    }
}
