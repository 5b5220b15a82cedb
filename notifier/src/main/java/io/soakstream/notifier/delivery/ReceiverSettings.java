package io.soakstream.notifier.delivery;

import java.util.Optional;

/**
 * How one receiver is sent to.
 *
 * @param fallback receiver that gets what this one will never take
 */
public record ReceiverSettings(RateLimit rate, Optional<String> fallback) {}
