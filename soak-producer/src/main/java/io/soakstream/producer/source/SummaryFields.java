package io.soakstream.producer.source;

import io.soakstream.producer.domain.RiskUnit;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.IterationSummary;

/** Fills an iteration's KPIs, drivers and long-run metrics from a {@code summary} object. */
final class SummaryFields {
    private final RiskUnit riskUnit;
    private final StartValueRule names;

    SummaryFields(RiskUnit riskUnit, StartValueRule names) {
        this.riskUnit = riskUnit;
        this.names = names;
    }

    void fill(FieldReader fields, IterationSummary summary) {
        edge(fields, summary);
        ratios(fields, summary);
        latencies(fields, summary);
        longRun(fields, summary);
        echo(fields, summary);
        summary.setBotVersion(fields.text("version"));
    }

    private static void edge(FieldReader fields, IterationSummary summary) {
        summary.setNetBps(fields.number("net_bps"));
        summary.setGrossBps(fields.number("gross_bps"));
        summary.setFeesEffBps(fields.number("fees_eff_bps"));
        summary.setInventoryBps(fields.number("inventory_bps"));
        summary.setAdverseBps(fields.number("adverse_bps"));
        summary.setSlippageBps(fields.number("slippage_bps"));
        summary.setAdverseBpsP95(orMean(fields.number("adverse_bps_p95"), summary.getAdverseBps()));
        summary.setSlippageBpsP95(orMean(fields.number("slippage_bps_p95"), summary.getSlippageBps()));
        summary.setNegEdgeDrivers(fields.remarks("neg_edge_drivers"));
    }

    private void ratios(FieldReader fields, IterationSummary summary) {
        summary.setRiskRatio(fields.ratio("risk_ratio", riskUnit));
        summary.setMinIntervalRatio(fields.ratio("min_interval_ratio", riskUnit));
        summary.setConcurrencyRatio(fields.ratio("concurrency_ratio", riskUnit));
        summary.setCancelRatio(fields.share("cancel_ratio"));
    }

    private static void latencies(FieldReader fields, IterationSummary summary) {
        Double latency = fields.amount("p95_latency_ms");
        // The earlier writers had no null: a latency of exactly 0 is one that was not measured.
        summary.setP95LatencyMs(latency != null && latency == 0 ? null : latency);
        summary.setOrderAgeP95Ms(fields.amount("order_age_p95_ms"));
        summary.setWsLagP95Ms(fields.amount("ws_lag_p95_ms"));
    }

    private static void longRun(FieldReader fields, IterationSummary summary) {
        summary.setTickLatencyP50Ms(fields.amount("tick_latency_p50_ms"));
        summary.setTickLatencyP95Ms(fields.amount("tick_latency_p95_ms"));
        summary.setHitRatio(fields.share("hit_ratio"));
        summary.setDeadlineMissRate(fields.share("deadline_miss_rate"));
        summary.setEdgeBpsEma1h(fields.number("edge_bps_ema_1h"));
        summary.setEdgeBpsEma24h(fields.number("edge_bps_ema_24h"));
        summary.setWsLagMaxMs(fields.amount("ws_lag_max_ms"));
        summary.setElapsedMs(fields.count("elapsed_ms"));
    }

    private void echo(FieldReader fields, IterationSummary summary) {
        summary.setEffectiveOverrides(ParameterFields.read(fields.object("effective_overrides"), names));
        summary.setOverridesHash(fields.text("overrides_hash"));
        summary.setMixed(fields.flag("mixed"));
    }

    private static Double orMean(Double p95, Double mean) {
        return p95 == null ? mean : p95;
    }
}
