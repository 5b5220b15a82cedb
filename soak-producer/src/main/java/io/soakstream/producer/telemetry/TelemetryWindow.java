package io.soakstream.producer.telemetry;

import io.soakstream.schemas.contract.IterationSummary;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What happened between two scrapes of a bot's metrics. Whatever is not there stays unknown; nothing becomes a zero.
 *
 * @param before scrape at the beginning
 * @param after scrape at the end
 */
public record TelemetryWindow(Scrape before, Scrape after) {
    private static final Map<String, String> WHOLE_TICKS = Map.of(MetricNames.STAGE, MetricNames.TICK_TOTAL);

    /** Puts into an iteration what the metrics say of it. */
    public void fill(IterationSummary iteration) {
        Histogram ticks = Histogram.between(
                before.buckets(MetricNames.STAGE_DURATION_MS, WHOLE_TICKS),
                after.buckets(MetricNames.STAGE_DURATION_MS, WHOLE_TICKS));
        iteration.setTickLatencyP50Ms(boxed(ticks.quantile(0.5)));
        iteration.setTickLatencyP95Ms(boxed(ticks.quantile(0.95)));
        iteration.setDeadlineMissRate(boxed(ratio(increase(MetricNames.DEADLINE_MISS), ticks.count())));
        iteration.setHitRatio(boxed(hitRatio()));
        iteration.setEdgeBpsEma1h(boxed(after.only(MetricNames.EDGE_BPS_EMA_1H)));
        iteration.setEdgeBpsEma24h(boxed(after.only(MetricNames.EDGE_BPS_EMA_24H)));
        iteration.setWsLagP95Ms(boxed(after.only(MetricNames.WS_LAG_P95_MS)));
        iteration.setWsLagMaxMs(boxed(after.only(MetricNames.WS_LAG_MAX_MS)));
        after.only(MetricNames.MAKER_SHARE_RATIO).ifPresent(share -> {
            iteration.setMakerTakerRatio(share);
            iteration.setMakerTakerSource("existing");
        });
    }

    private OptionalDouble hitRatio() {
        OptionalDouble hits = increase(MetricNames.CACHE_HIT);
        OptionalDouble misses = increase(MetricNames.CACHE_MISS);
        return hits.isEmpty() || misses.isEmpty()
                ? OptionalDouble.empty()
                : ratio(hits, hits.getAsDouble() + misses.getAsDouble());
    }

    /** By how much a counter has grown; one that was set back counts from nothing. */
    private OptionalDouble increase(String counter) {
        OptionalDouble now = after.sum(counter);
        OptionalDouble then = before.sum(counter);
        if (now.isEmpty() || then.isEmpty() || now.getAsDouble() < then.getAsDouble()) {
            return now;
        }
        return OptionalDouble.of(now.getAsDouble() - then.getAsDouble());
    }

    private static OptionalDouble ratio(OptionalDouble part, double whole) {
        return part.isEmpty() || whole <= 0 ? OptionalDouble.empty() : OptionalDouble.of(part.getAsDouble() / whole);
    }

    private static Double boxed(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
