package io.soakstream.notifier.ledger;

import io.soakstream.schemas.topic.Topics;

/**
 * Where a partition's entries go.
 *
 * @param partition the same as that of the run's verdicts
 */
record LedgerTarget(String ledger, String deadLetters, int partition) {
    static LedgerTarget of(Topics topics, int partition) {
        return new LedgerTarget(
                topics.notifications().name(), topics.deadLetters().name(), partition);
    }
}
