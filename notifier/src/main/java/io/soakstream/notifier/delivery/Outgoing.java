package io.soakstream.notifier.delivery;

import io.soakstream.notifier.domain.Notice;
import java.util.Optional;

/**
 * A message on its way.
 *
 * @param thread reference to the living message of its run, which it answers; empty: there is none yet
 * @param possibleRepeat an earlier attempt may have been taken
 * @param silent without a sound, where the platform can
 */
public record Outgoing(Notice notice, Optional<String> thread, boolean possibleRepeat, boolean silent) {}
