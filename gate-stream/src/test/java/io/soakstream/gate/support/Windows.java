package io.soakstream.gate.support;

import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.KpiStatistics;
import io.soakstream.schemas.contract.KpiWindow;
import io.soakstream.schemas.contract.Trend;
import java.util.List;

/** Windows of iterations that are all alike. */
final class Windows {
    private Windows() {}

    static KpiWindow of(int capacity, List<Integer> iterations, IterationSummary summary) {
        List<Integer> latest =
                List.copyOf(iterations.subList(Math.max(0, iterations.size() - capacity), iterations.size()));
        return KpiWindow.newBuilder()
                .setCapacity(capacity)
                .setIterations(latest)
                .setStatistics(List.of(
                        statistics("risk_ratio", latest.size(), summary.getRiskRatio()),
                        statistics("net_bps", latest.size(), summary.getNetBps()),
                        statistics("p95_latency_ms", latest.size(), summary.getP95LatencyMs()),
                        statistics("maker_taker_ratio", latest.size(), summary.getMakerTakerRatio())))
                .build();
    }

    private static KpiStatistics statistics(String kpi, int samples, double value) {
        return KpiStatistics.newBuilder()
                .setKpi(kpi)
                .setSamples(samples)
                .setLast(value)
                .setMean(value)
                .setMedian(value)
                .setMin(value)
                .setMax(value)
                .setHarmonicMean(value)
                .setTrend(Trend.FLAT)
                .build();
    }
}
