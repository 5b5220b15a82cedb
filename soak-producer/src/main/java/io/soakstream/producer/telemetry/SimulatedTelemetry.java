package io.soakstream.producer.telemetry;

import io.soakstream.producer.loop.EdgeAverages;
import io.soakstream.producer.simulator.BotTelemetry;
import io.soakstream.producer.simulator.SimulatedIteration;
import io.soakstream.producer.simulator.TickLatency;
import io.soakstream.producer.telemetry.BotMetrics.BreakerState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Shows a simulated bot's telemetry as a real bot would. For one thread. */
public final class SimulatedTelemetry implements Consumer<SimulatedIteration> {
    private static final double MS_PER_HOUR = 3_600_000.0;

    private final BotMetrics metrics;
    private final double periodHours;
    private Optional<EdgeAverages> averages = Optional.empty();

    /** @param period length of an iteration */
    public SimulatedTelemetry(BotMetrics metrics, Duration period) {
        this.metrics = metrics;
        this.periodHours = period.toMillis() / MS_PER_HOUR;
    }

    @Override
    public void accept(SimulatedIteration iteration) {
        EdgeAverages edge = averages.map(before -> before.then(iteration.netBps(), periodHours))
                .orElseGet(() -> EdgeAverages.first(iteration.netBps()));
        averages = Optional.of(edge);
        metrics.edge(edge.oneHourBps(), edge.oneDayBps());
        metrics.makerShare(iteration.makerShare());
        bot(iteration.telemetry());
    }

    private void bot(BotTelemetry telemetry) {
        ticks(telemetry.ticks());
        metrics.deadlinesMissed(telemetry.deadlineMisses());
        metrics.cacheLookUps(telemetry.cacheHits(), telemetry.cacheMisses());
        metrics.wsLag(telemetry.wsLagP95Ms(), telemetry.wsLagMaxMs());
        metrics.activeOrders(telemetry.activeOrders());
        metrics.breaker(telemetry.breakerOpen() ? BreakerState.OPEN : BreakerState.CLOSED);
    }

    /** One tick for each share of the distribution, so that the histogram has its shape without any chance. */
    private void ticks(TickLatency latency) {
        for (long tick = 0; tick < latency.count(); tick++) {
            metrics.tickMs(latency.quantileMs((tick + 0.5) / latency.count()));
        }
    }
}
