package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.setting.Setting;
import java.math.BigDecimal;
import java.util.List;

/** Makes a bot careful that is picked off. */
public record AdverseRule(
        @Setting(value = "p95 of adverse selection above which it fires.", unit = "bps")
        BigDecimal p95Above,

        @Setting(value = "How far the impact cap goes down.", unit = "ratio")
        BigDecimal impactCapStep,

        @Setting(value = "Limit of that.", unit = "ratio") BigDecimal impactCapMin,

        @Setting(value = "How far the largest delta goes down.", unit = "ratio")
        BigDecimal maxDeltaStep,

        @Setting(value = "Limit of that.", unit = "ratio") BigDecimal maxDeltaMin)
        implements Rule {

    public AdverseRule {
        Steps.positive("impact_cap_step", impactCapStep, "max_delta_step", maxDeltaStep);
    }

    public static AdverseRule defaults() {
        return new AdverseRule(
                new BigDecimal("3.5"),
                new BigDecimal("0.01"),
                new BigDecimal("0.08"),
                new BigDecimal("0.01"),
                new BigDecimal("0.10"));
    }

    @Override
    public String name() {
        return "ADVERSE";
    }

    @Override
    public List<Check> checks(Situation situation, RuleTable rules) {
        return List.of(
                Check.above("adverse_bps_p95", situation.adverseBpsP95(), p95Above),
                Check.isNot("STABLE", rules.stable().holds(situation)));
    }

    @Override
    public List<Move> moves(Overrides current) {
        return List.of(
                Move.down(current, "impact_cap_ratio", impactCapStep, impactCapMin),
                Move.down(current, "max_delta_ratio", maxDeltaStep, maxDeltaMin));
    }
}
