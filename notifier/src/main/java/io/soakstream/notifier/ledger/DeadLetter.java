package io.soakstream.notifier.ledger;

/**
 * A message that no platform took.
 *
 * @param entry the ledger's word about it
 */
public record DeadLetter(LedgerRecord entry, String reason) {}
