package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;

/** Asks for more maker fills while risk and edge allow it. */
public record MakerBoostRule(
        @Setting(value = "Risk up to which it fires.", unit = "ratio")
        BigDecimal riskAtMost,

        @Setting(value = "Maker share below which it fires.", unit = "ratio")
        BigDecimal makerShareBelow,

        @Setting(value = "Net edge from which on it fires.", unit = "bps")
        BigDecimal netAtLeast,

        @Setting(value = "How far the base spread goes up.", unit = "bps")
        BigDecimal spreadStep,

        @Setting("Limit of that, times the value in force.") BigDecimal spreadMaxFactor,

        @Setting("What the replace rate goes down to, times the value in force.")
        BigDecimal replaceRateFactor,

        @Setting(value = "How far the minimum interval goes up.", unit = "ms")
        BigDecimal minIntervalStep,

        @Setting("Limit of that, times the value in force.") BigDecimal minIntervalMaxFactor,

        @Setting(value = "Another limit of that.", unit = "ms")
        BigDecimal minIntervalMax)
        implements Rule {

    public MakerBoostRule {
        Steps.positive("spread_step", spreadStep, "min_interval_step", minIntervalStep);
        Steps.positive("spread_max_factor", spreadMaxFactor, "min_interval_max_factor", minIntervalMaxFactor);
        Steps.share("replace_rate_factor", replaceRateFactor);
    }

    public static MakerBoostRule defaults() {
        return new MakerBoostRule(
                new BigDecimal("0.40"),
                new BigDecimal("0.85"),
                new BigDecimal("2.7"),
                new BigDecimal("0.015"),
                new BigDecimal("1.5"),
                new BigDecimal("0.85"),
                new BigDecimal("25"),
                new BigDecimal("2"),
                new BigDecimal("100"));
    }

    @Override
    public String name() {
        return "MAKER_BOOST";
    }

    @Override
    public List<Check> checks(Situation situation, RuleTable rules) {
        return List.of(
                Check.atMost("risk_ratio", situation.riskRatio(), riskAtMost),
                Check.below("maker_taker_ratio", situation.makerShare(), makerShareBelow),
                Check.atLeast("net_bps", situation.netBps(), netAtLeast));
    }

    @Override
    public List<Move> moves(Overrides current) {
        return List.of(
                Move.up(current, "base_spread_bps", spreadStep, times(current, "base_spread_bps", spreadMaxFactor)),
                Move.downTo("replace_rate_per_min", times(current, "replace_rate_per_min", replaceRateFactor)),
                Move.up(
                        current,
                        "min_interval_ms",
                        minIntervalStep,
                        times(current, "min_interval_ms", minIntervalMaxFactor).min(minIntervalMax)));
    }

    private static BigDecimal times(Overrides current, String parameter, BigDecimal factor) {
        return Move.now(current, parameter).multiply(factor);
    }
}
