package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;

/** Widens the quotes of a bot whose fills slip. */
public record SlippageRule(
        @Setting(value = "p95 of slippage above which it fires.", unit = "bps")
        BigDecimal p95Above,

        @Setting(value = "How far the spread delta goes up.", unit = "bps")
        BigDecimal spreadDeltaStep,

        @Setting(value = "Limit of that.", unit = "bps") BigDecimal spreadDeltaMax,

        @Setting(value = "How far the tail age goes up.", unit = "ms")
        BigDecimal tailAgeStep,

        @Setting(value = "Limit of that.", unit = "ms") BigDecimal tailAgeMax)
        implements Rule {

    public SlippageRule {
        Steps.positive("spread_delta_step", spreadDeltaStep, "tail_age_step", tailAgeStep);
    }

    public static SlippageRule defaults() {
        return new SlippageRule(
                new BigDecimal("2.5"),
                new BigDecimal("0.02"),
                new BigDecimal("0.25"),
                new BigDecimal("30"),
                new BigDecimal("800"));
    }

    @Override
    public String name() {
        return "SLIPPAGE";
    }

    @Override
    public List<Check> checks(Situation situation, RuleTable rules) {
        return List.of(
                Check.above("slippage_bps_p95", situation.slippageBpsP95(), p95Above),
                Check.isNot("STABLE", rules.stable().holds(situation)));
    }

    @Override
    public List<Move> moves(Overrides current) {
        return List.of(
                Move.up(current, "base_spread_bps_delta", spreadDeltaStep, spreadDeltaMax),
                Move.up(current, "tail_age_ms", tailAgeStep, tailAgeMax));
    }
}
