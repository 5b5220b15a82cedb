package io.soakstream.gate.account;

import io.soakstream.schemas.contract.ApplicationOutcome;
import java.util.List;
import java.util.Optional;

/**
 * What was proposed in an iteration and what became of it.
 *
 * @param rules that proposed something, in rule order
 * @param notes RULE:parameter:code, in rule order
 * @param proposed in rule order; of a recording sorted by parameter
 * @param dropped sorted by parameter; of a recording what it did not change although it applied the rest, for the guards that
 *     it names
 * @param outcome what the gate made of it: APPLIED, SKIPPED, NO_OP, or MISMATCH for what it could not derive; UNKNOWN:
 *     it has not said
 * @param reason code; empty where something was applied
 * @param recorded what another tuner's recording says in its own words; empty: ours decided
 * @param changed sorted by parameter
 * @param hashBefore state hash in force during the iteration; empty: not known, as for {@code hashAfter}
 * @param bytesWritten size of the document that was handed out; 0: none was (bytes)
 */
public record TuningAccount(
        List<String> rules,
        List<String> notes,
        List<ProposedMove> proposed,
        List<DroppedMove> dropped,
        ApplicationOutcome outcome,
        Optional<String> reason,
        Optional<RecordedWords> recorded,
        List<ChangedValue> changed,
        Optional<String> hashBefore,
        Optional<String> hashAfter,
        long bytesWritten) {

    /**
     * Another tuner's own words.
     *
     * @param skip for what was not applied
     * @param rationale for the proposal
     */
    public record RecordedWords(Optional<String> skip, Optional<String> rationale) {}

    public TuningAccount {
        rules = List.copyOf(rules);
        notes = List.copyOf(notes);
        proposed = List.copyOf(proposed);
        dropped = List.copyOf(dropped);
        changed = List.copyOf(changed);
    }

    TuningAccount with(List<ChangedValue> values) {
        return new TuningAccount(
                rules,
                notes,
                proposed,
                dropped,
                outcome,
                reason,
                recorded,
                values,
                hashBefore,
                hashAfter,
                bytesWritten);
    }

    public boolean applied() {
        return outcome == ApplicationOutcome.APPLIED;
    }

    /** Whether the records say what became of the proposal, and if it was applied, what it changed. */
    public boolean hasEvidence() {
        boolean silent = applied() && !proposed.isEmpty() && changed.isEmpty();
        return outcome != ApplicationOutcome.UNKNOWN && !silent;
    }

    public List<String> changedKeys() {
        return changed.stream().map(ChangedValue::parameter).toList();
    }
}
