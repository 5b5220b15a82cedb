package io.soakstream.notifier.domain;

import java.util.Optional;

/**
 * Somebody does not want to be told for a while.
 *
 * @param untilMs when it ends (ms since 1970-01-01 UTC); empty: with the run, and then it does not cover a FAIL
 */
public record Silence(String commandId, String actor, String reason, Optional<Long> untilMs) {

    public boolean isActive(long nowMs) {
        return untilMs.map(until -> nowMs < until).orElse(true);
    }

    /** A FAIL is not silenced without an end, a rollback not at all. */
    boolean covers(Notice notice) {
        boolean failing = notice.severity() == Severity.CRITICAL;
        return !notice.events().contains(Event.ROLLBACK) && (!failing || untilMs.isPresent());
    }
}
