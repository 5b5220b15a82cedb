package io.soakstream.gate.report.release;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.KpiResult;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.kpi.Kpi;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;

/**
 * What a KPI of the canary is held against after a day: what the soak achieved less a tenth, rounded to the easier side, but
 * no easier than the goal that the soak met.
 *
 * @param value rounded as it is shown (unit of the KPI)
 */
record CanaryTarget(Kpi kpi, BigDecimal value) {
    private static final BigDecimal HEADROOM = new BigDecimal("0.10");

    private static final Map<Kpi, Integer> SCALES =
            Map.of(Kpi.MAKER_TAKER_RATIO, 2, Kpi.P95_LATENCY_MS, 0, Kpi.RISK_RATIO, 2, Kpi.NET_BPS, 1);

    /** Where the soak has no value of its own. */
    private static final Map<Kpi, BigDecimal> PUBLISHED = Map.of(
            Kpi.MAKER_TAKER_RATIO, new BigDecimal("0.83"),
            Kpi.P95_LATENCY_MS, new BigDecimal("340"),
            Kpi.RISK_RATIO, new BigDecimal("0.40"),
            Kpi.NET_BPS, new BigDecimal("2.5"));

    /** For one of the KPIs that a release is told by. */
    static CanaryTarget of(ReleaseInput input, Kpi kpi) {
        Optional<BigDecimal> goal = input.verdict().getResults().stream()
                .filter(result -> result.getKpi().equals(kpi.field()))
                .findFirst()
                .map(KpiResult::getThreshold)
                .map(Decimals::shortest);
        Optional<BigDecimal> achieved =
                input.statistics(kpi).map(known -> statistic(kpi, known)).map(Decimals::shortest);
        BigDecimal published = goal.orElse(PUBLISHED.get(kpi));
        return achieved.map(known -> of(kpi, known, published)).orElseGet(() -> new CanaryTarget(kpi, published));
    }

    /**
     * From what was achieved.
     *
     * @param goal limit of the policy (unit of the KPI)
     */
    static CanaryTarget of(Kpi kpi, BigDecimal achieved, BigDecimal goal) {
        boolean higher = kpi.better() == Kpi.Direction.HIGHER;
        BigDecimal room = achieved.abs().multiply(HEADROOM);
        BigDecimal eased = (higher ? achieved.subtract(room) : achieved.add(room))
                .setScale(SCALES.get(kpi), higher ? RoundingMode.FLOOR : RoundingMode.CEILING);
        boolean met = higher ? achieved.compareTo(goal) >= 0 : achieved.compareTo(goal) <= 0;
        BigDecimal stricter = higher ? eased.max(goal) : eased.min(goal);
        return new CanaryTarget(kpi, met ? stricter : eased);
    }

    private static double statistic(Kpi kpi, KpiStatistics known) {
        return switch (kpi) {
            case P95_LATENCY_MS -> known.getMax();
            case RISK_RATIO -> known.getMedian();
            default -> known.getMean();
        };
    }

    /** Label, comparator and value: {@code maker share >= 0.83}. */
    String text() {
        String unit = kpi.unit().equals("ratio") ? "" : " " + kpi.unit();
        return kpi.label() + (kpi.better() == Kpi.Direction.HIGHER ? " >= " : " <= ") + Decimals.plain(value) + unit;
    }
}
