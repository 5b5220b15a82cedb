package io.soakstream.gate.query;

import io.soakstream.gate.domain.RunRecord;
import io.soakstream.gate.domain.proof.Ledger;
import java.util.Optional;

/**
 * What a gate's stores hold of one run that has not ended. The two stores are read one after the other: a decision may
 * lie between them.
 *
 * @param key run key, {@code bot:run}
 * @param ledger desired overrides, whether they are confirmed, and the latest decision
 * @param record window, tally and the head of each policy's chain; empty: no iteration has been judged
 * @param stale from a copy, or from a store that is still being restored
 */
public record GateRun(String key, Ledger ledger, Optional<RunRecord> record, boolean stale) {}
