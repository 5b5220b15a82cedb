package io.soakstream.producer.client;

import io.soakstream.producer.sink.EventPublisher;
import io.soakstream.producer.sink.SendLimits;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * How much may wait, and for how long.
 *
 * @param sending what may wait for its acknowledgement, and how long a call waits for room
 * @param delivery how long an event is tried before it counts as not delivered
 * @param answer how long a start waits for the broker
 * @param close how long {@code close()} waits for what is on its way
 */
public record ClientLimits(SendLimits sending, Duration delivery, Duration answer, Duration close) {
    private static final Duration REQUEST = Duration.ofSeconds(30);
    /** What a fleet of bots sends within it goes in one request (ms). */
    private static final int LINGER_MS = 5;

    /** @throws IllegalArgumentException a time is too short; the message names it */
    public ClientLimits {
        if (delivery.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("delivery: " + delivery + " is shorter than 1 s");
        }
        if (answer.isNegative() || answer.isZero()) {
            throw new IllegalArgumentException("answer: " + answer + " is not longer than 0 s");
        }
        if (close.isNegative()) {
            throw new IllegalArgumentException("close: " + close + " is negative");
        }
    }

    /** Two minutes for a delivery, 30 s for anything else. */
    public static ClientLimits defaults() {
        return new ClientLimits(
                SendLimits.defaults(), Duration.ofMinutes(2), Duration.ofSeconds(30), Duration.ofSeconds(30));
    }

    public ClientLimits withSending(SendLimits other) {
        return new ClientLimits(other, delivery, answer, close);
    }

    public ClientLimits withDelivery(Duration other) {
        return new ClientLimits(sending, other, answer, close);
    }

    public ClientLimits withClose(Duration other) {
        return new ClientLimits(sending, delivery, answer, other);
    }

    /** What the producer needs beside the connection. */
    Map<String, Object> producerProperties(Map<String, Object> client) {
        Map<String, Object> properties = new HashMap<>(EventPublisher.producerProperties(client));
        int deliveryMs = Math.toIntExact(delivery.toMillis());
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryMs);
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, delivery.toMillis());
        // A delivery may not be shorter than one request and the time that records are collected for.
        int lingerMs = Math.min(LINGER_MS, deliveryMs / 2);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, lingerMs);
        properties.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) Math.min(deliveryMs - lingerMs, REQUEST.toMillis()));
        return properties;
    }
}
