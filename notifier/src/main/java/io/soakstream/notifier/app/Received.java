package io.soakstream.notifier.app;

import io.soakstream.notifier.domain.ApplicationFacts;
import io.soakstream.notifier.domain.VerdictFacts;
import java.util.Optional;

/**
 * A record that matters: one of the two.
 *
 * @param appendedAtMs when the broker took it (ms since 1970-01-01 UTC)
 */
record Received(
        String runKey, long appendedAtMs, Optional<VerdictFacts> verdict, Optional<ApplicationFacts> application) {}
