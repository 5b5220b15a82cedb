package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.JudgedWindow;
import io.soakstream.gate.domain.proof.ClaimedWindow;
import io.soakstream.schemas.contract.KpiWindow;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import io.soakstream.schemas.kpi.Trend;
import io.soakstream.schemas.parameter.InvalidParameterException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** From the window in a decision to that of the rules. Expects a decision about an iteration. */
public final class WindowMapper {
    private WindowMapper() {}

    /** @throws InvalidParameterException there is none, or it is not one */
    static ClaimedWindow claimed(TuningDecision decision) {
        fault(decision.getWindow()).ifPresent(fault -> {
            throw new InvalidParameterException(fault);
        });
        Map<String, Double> latest = new HashMap<>();
        decision.getWindow().getStatistics().stream()
                .filter(entry -> entry.getSamples() > 0 && entry.getLast() != null)
                .forEach(entry -> latest.put(entry.getKpi(), entry.getLast()));
        Map<String, Double> values = new HashMap<>();
        SummaryMapper.kpis(decision.getIterationSummary()).forEach((kpi, value) -> values.put(kpi.field(), value));
        return new ClaimedWindow(decision.getWindow().getIterations(), latest, values);
    }

    /** Empty: the decision has none that can be judged. */
    public static Optional<JudgedWindow> judged(TuningDecision decision) {
        return readable(decision)
                .map(window -> new JudgedWindow(
                        window.getCapacity(),
                        window.getIterations(),
                        window.getGaps(),
                        window.getStatistics().stream()
                                .flatMap(entry -> statistics(entry).stream())
                                .toList()));
    }

    /** Empty for a KPI that only newer programs know. */
    private static Optional<KpiStatistics> statistics(io.soakstream.schemas.contract.KpiStatistics entry) {
        return Kpi.byField(entry.getKpi())
                .map(kpi -> new KpiStatistics(kpi, entry.getSamples(), entry.getMissing(), summary(entry)));
    }

    private static Optional<KpiStatistics.Summary> summary(io.soakstream.schemas.contract.KpiStatistics entry) {
        if (entry.getSamples() == 0) {
            return Optional.empty();
        }
        return Optional.of(new KpiStatistics.Summary(
                entry.getLast(),
                entry.getMean(),
                entry.getMedian(),
                entry.getMin(),
                entry.getMax(),
                Optional.ofNullable(entry.getHarmonicMean()),
                Trend.valueOf(entry.getTrend().name())));
    }

    /** Of a window that the decision does not have: where nothing was summed up, the numbers alone. */
    static KpiWindow toRecord(JudgedWindow window) {
        return KpiWindow.newBuilder()
                .setCapacity(window.capacity())
                .setIterations(window.iterations())
                .setGaps(window.gaps())
                .setStatistics(
                        window.statistics().stream().map(WindowMapper::toRecord).toList())
                .build();
    }

    private static io.soakstream.schemas.contract.KpiStatistics toRecord(KpiStatistics statistics) {
        io.soakstream.schemas.contract.KpiStatistics.Builder entry =
                io.soakstream.schemas.contract.KpiStatistics.newBuilder()
                        .setKpi(statistics.kpi().field())
                        .setSamples(statistics.samples())
                        .setMissing(statistics.missing());
        statistics.summary().ifPresent(summary -> entry.setLast(summary.last())
                .setMean(summary.mean())
                .setMedian(summary.median())
                .setMin(summary.min())
                .setMax(summary.max())
                .setHarmonicMean(summary.harmonicMean().orElse(null))
                .setTrend(io.soakstream.schemas.contract.Trend.valueOf(
                        summary.trend().name())));
        return entry.build();
    }

    /** Empty: there is none, or it is not one. */
    static Optional<KpiWindow> readable(TuningDecision decision) {
        return Optional.ofNullable(decision.getWindow())
                .filter(window -> fault(window).isEmpty());
    }

    /** What about it cannot be read; names the field. */
    private static Optional<String> fault(KpiWindow window) {
        if (window == null) {
            return Optional.of("window: an iteration's decision has one");
        }
        int held = window.getIterations().size();
        if (window.getCapacity() < Math.max(1, held)) {
            return Optional.of("window.capacity: " + window.getCapacity() + " for " + held + " iterations");
        }
        long kpis = window.getStatistics().stream()
                .map(entry -> entry.getKpi())
                .distinct()
                .count();
        if (kpis < window.getStatistics().size()) {
            return Optional.of("window.statistics: a KPI stands there twice");
        }
        return window.getStatistics().stream()
                .filter(entry -> Kpi.byField(entry.getKpi()).isPresent() && !isReadable(entry))
                .map(entry -> "window." + entry.getKpi() + ": not the statistics of " + entry.getSamples() + " samples")
                .findFirst();
    }

    private static boolean isReadable(io.soakstream.schemas.contract.KpiStatistics entry) {
        boolean complete =
                Stream.of(entry.getLast(), entry.getMean(), entry.getMedian(), entry.getMin(), entry.getMax())
                                .allMatch(Objects::nonNull)
                        && Arrays.stream(Trend.values()).anyMatch(trend -> trend.name()
                                .equals(entry.getTrend().name()));
        return entry.getSamples() == 0 || (entry.getSamples() > 0 && complete);
    }
}
