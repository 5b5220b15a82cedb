package io.soakstream.notifier.domain;

import java.util.Optional;

/**
 * A notice and whom it is for.
 *
 * @param muted why nobody is told; empty: they are
 */
public record Candidate(Notice notice, Profile profile, Optional<SkipReason> muted) {}
