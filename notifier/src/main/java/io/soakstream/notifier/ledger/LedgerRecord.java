package io.soakstream.notifier.ledger;

import io.soakstream.schemas.contract.NotificationRecord;
import java.util.Optional;

/**
 * One entry.
 *
 * @param value empty: the key is forgotten
 */
public record LedgerRecord(String key, Optional<NotificationRecord> value) {}
