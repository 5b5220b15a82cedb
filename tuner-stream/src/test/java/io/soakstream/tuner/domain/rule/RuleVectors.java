package io.soakstream.tuner.domain.rule;

import com.fasterxml.jackson.databind.JsonNode;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.vector.Vector;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the vectors of proposals give to the rules. The earlier system's replace rate, 6.0 where nothing else is said, is
 * outside the catalogue: rates and their deltas are asserted times 50 (300 for 6.0).
 */
final class RuleVectors {
    static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    static final RuleTable RULES = RuleTable.defaults();
    static final String REPLACE_RATE = "replace_rate_per_min";
    private static final BigDecimal RATE_SCALE = new BigDecimal("50");

    /** What the earlier tuner took for absent values: behaviour.md 3.1. */
    static final Map<String, BigDecimal> DEFAULTS = Map.of(
            "min_interval_ms",
            new BigDecimal("60"),
            "impact_cap_ratio",
            new BigDecimal("0.09"),
            "max_delta_ratio",
            new BigDecimal("0.14"),
            "base_spread_bps_delta",
            new BigDecimal("0.14"),
            "tail_age_ms",
            new BigDecimal("650"),
            REPLACE_RATE,
            new BigDecimal("6.0"),
            "base_spread_bps",
            new BigDecimal("0.12"),
            "concurrency_limit",
            new BigDecimal("10"));

    private RuleVectors() {}

    static Proposal proposed(String id) {
        Vector vector = Vector.of(id);
        return propose(vector, values(vector)).proposal();
    }

    static RuleTable.Evaluated propose(Vector vector, Map<String, BigDecimal> values) {
        return RULES.evaluate(situation(vector), Overrides.startingFrom(CATALOGUE, ratesScaled(values)), CATALOGUE);
    }

    static Situation situation(Vector vector) {
        Map<Kpi, Double> kpis = new EnumMap<>(Kpi.class);
        JsonNode summary = vector.input().get("summary");
        for (Kpi kpi : Kpi.values()) {
            if (summary.path(kpi.field()).isNumber()) {
                kpis.put(kpi, summary.get(kpi.field()).doubleValue());
            }
        }
        return Situation.of(new KpiPoint(1, kpis), RuleMemory.initial());
    }

    static Map<String, BigDecimal> values(Vector vector) {
        Map<String, BigDecimal> values = new TreeMap<>(DEFAULTS);
        values.putAll(Vector.decimals(vector.input().get("overrides")));
        return values;
    }

    static Map<String, BigDecimal> ratesScaled(Map<String, BigDecimal> numbers) {
        Map<String, BigDecimal> scaled = new TreeMap<>(numbers);
        scaled.computeIfPresent(REPLACE_RATE, (name, rate) -> rate.multiply(RATE_SCALE));
        return scaled;
    }

    static Proposal fallback(Overrides current) {
        Situation losing = Situation.of(new KpiPoint(2, Map.of(Kpi.NET_BPS, -2.0, Kpi.RISK_RATIO, 0.3)), losses());
        return RULES.evaluate(losing, current, CATALOGUE).proposal();
    }

    private static RuleMemory losses() {
        BigDecimal loss = new BigDecimal("-2");
        return RuleMemory.initial().counted(loss).counted(loss);
    }

    static Map<String, String> texts(Proposal proposal) {
        return plain(proposal.byParameter());
    }

    static Map<String, String> plain(Map<String, BigDecimal> decimals) {
        Map<String, String> plain = new TreeMap<>();
        decimals.forEach(
                (name, decimal) -> plain.put(name, decimal.stripTrailingZeros().toPlainString()));
        return plain;
    }
}
