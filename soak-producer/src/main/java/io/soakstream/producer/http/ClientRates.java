package io.soakstream.producer.http;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** How often each client may ask. Clients that were not seen for long are forgotten, which gives them a full bucket. */
public final class ClientRates {
    private static final int MAX_CLIENTS = 10_000;

    private final int perSecond;
    private final int burst;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > MAX_CLIENTS;
        }
    };

    public ClientRates(int perSecond, int burst) {
        this.perSecond = perSecond;
        this.burst = burst;
    }

    /** @throws Problem 429, with the time after which there is room again */
    public void take(String client) {
        ConsumptionProbe probe = bucket(client).tryConsumeAndReturnRemaining(1);
        if (!probe.isConsumed()) {
            long seconds = Duration.ofNanos(probe.getNanosToWaitForRefill()).toSeconds() + 1;
            throw Problem.of(429, "more than " + perSecond + " requests per second from " + client)
                    .with("Retry-After", Long.toString(seconds));
        }
    }

    private synchronized Bucket bucket(String client) {
        return buckets.computeIfAbsent(client, name -> Bucket.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build());
    }
}
