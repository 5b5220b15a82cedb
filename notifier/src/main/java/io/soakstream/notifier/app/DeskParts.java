package io.soakstream.notifier.app;

import io.soakstream.notifier.config.NotifierConfig;
import io.soakstream.notifier.delivery.Deliveries;
import io.soakstream.notifier.domain.RunRules;
import io.soakstream.notifier.ledger.LedgerRecords;
import io.soakstream.notifier.mapping.VerdictMapper;
import io.soakstream.notifier.metrics.NotifierMetrics;
import java.time.InstantSource;

/** What the desks of all partitions share. */
record DeskParts(
        NotifierConfig config,
        RunRules rules,
        VerdictMapper verdicts,
        LedgerRecords records,
        Deliveries deliveries,
        NotifierMetrics metrics,
        InstantSource clock) {}
