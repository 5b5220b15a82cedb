package io.soakstream.notifier.delivery;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How fast a receiver may be sent to; it learns from being refused. */
final class SendRate {
    private final Bucket bucket;
    private final TimeMeter meter;
    private long closedUntilNanos;

    /** @param meter counts the time */
    SendRate(RateLimit limit, TimeMeter meter) {
        this.meter = meter;
        this.closedUntilNanos = meter.currentTimeNanos();
        this.bucket = Bucket.builder()
                .addLimit(band -> band.capacity(limit.burst()).refillGreedy(limit.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** How long the next message has to wait; zero: it may go, and is counted. */
    Duration take() {
        Duration closed = closedFor();
        if (!closed.isZero()) {
            return closed;
        }
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** The platform found it too much: nothing goes for as long as it asks, and whatever had been saved up is gone. */
    synchronized void refused(Duration wish) {
        bucket.tryConsumeAsMuchAsPossible();
        closedUntilNanos = Math.max(closedUntilNanos, meter.currentTimeNanos() + wish.toNanos());
    }

    /** For how long the platform takes nothing, whatever it is. */
    synchronized Duration closedFor() {
        return Duration.ofNanos(Math.max(0, closedUntilNanos - meter.currentTimeNanos()));
    }
}
