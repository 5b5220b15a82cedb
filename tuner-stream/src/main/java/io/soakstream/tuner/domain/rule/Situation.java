package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.tuner.domain.KpiPoint;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * What the rules look at: an iteration's KPIs as the decimals they are written as, and what is remembered of the
 * iterations before.
 */
public record Situation(
        Optional<BigDecimal> netBps,
        Optional<BigDecimal> riskRatio,
        Optional<BigDecimal> makerShare,
        Optional<BigDecimal> p95LatencyMs,
        Optional<BigDecimal> adverseBpsP95,
        Optional<BigDecimal> slippageBpsP95,
        RuleMemory memory) {

    /** @param memory with this iteration counted */
    public static Situation of(KpiPoint point, RuleMemory memory) {
        return new Situation(
                decimal(point, Kpi.NET_BPS),
                decimal(point, Kpi.RISK_RATIO),
                decimal(point, Kpi.MAKER_TAKER_RATIO),
                decimal(point, Kpi.P95_LATENCY_MS),
                decimal(point, Kpi.ADVERSE_BPS_P95),
                decimal(point, Kpi.SLIPPAGE_BPS_P95),
                memory);
    }

    private static Optional<BigDecimal> decimal(KpiPoint point, Kpi kpi) {
        return point.value(kpi).map(Decimals::shortest);
    }

    /** The same KPIs with another memory. */
    public Situation with(RuleMemory other) {
        return new Situation(netBps, riskRatio, makerShare, p95LatencyMs, adverseBpsP95, slippageBpsP95, other);
    }

    /** Without these two no rule is evaluated. */
    public boolean hasData() {
        return netBps.isPresent() && riskRatio.isPresent();
    }
}
