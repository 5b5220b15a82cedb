package io.soakstream.notifier.domain;

import java.util.Optional;

/**
 * A notice for one receiver.
 *
 * @param silent without a sound, where the platform can
 * @param skipped why it is not sent; empty: it is
 */
public record Planned(String receiver, Notice notice, boolean silent, Optional<SkipReason> skipped) {}
