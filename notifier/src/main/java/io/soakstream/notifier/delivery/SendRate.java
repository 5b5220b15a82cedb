package io.soakstream.notifier.delivery;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/** How fast a receiver may be sent to; it learns from being refused. */
final class SendRate {
    private final Bucket bucket;

    /** @param meter counts the time */
    SendRate(RateLimit limit, TimeMeter meter) {
        this.bucket = Bucket.builder()
                .addLimit(band -> band.capacity(limit.burst()).refillGreedy(limit.perMinute(), Duration.ofMinutes(1)))
                .withCustomTimePrecision(meter)
                .build();
    }

    /** How long the next message has to wait; zero: it may go, and is counted. */
    Duration take() {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** The platform found it too much: whatever had been saved up is gone. */
    void refused() {
        bucket.tryConsumeAsMuchAsPossible();
    }
}
