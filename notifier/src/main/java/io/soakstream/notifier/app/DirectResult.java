package io.soakstream.notifier.app;

import java.util.Optional;

/**
 * What came of one message to one receiver.
 *
 * @param problem empty: it was delivered
 */
public record DirectResult(String receiver, Optional<String> problem) {}
