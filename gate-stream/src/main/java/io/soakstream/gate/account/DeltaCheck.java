package io.soakstream.gate.account;

import io.soakstream.gate.account.ParameterCheck.State;
import java.util.List;
import java.util.Optional;

/**
 * One iteration's proposal and how it fared.
 *
 * @param guards that held in the iteration
 * @param hashChanged whether the state hash changed with it; empty: one of the two is not known
 * @param reasons why it was not applied in full; empty: it was
 */
public record DeltaCheck(
        int iteration,
        Kind kind,
        boolean applied,
        List<String> guards,
        Optional<Boolean> hashChanged,
        List<ParameterCheck> parameters,
        List<String> reasons) {

    /** As delta quality counts them. */
    public enum Kind {
        /** Applied with nothing dropped, and what is there afterwards is what was to be. */
        FULL,
        /** Not applied in full, for reasons that excuse it. */
        JUSTIFIED,
        /** Neither. */
        FAILED,
        /** What would show it is not recorded. */
        UNKNOWN
    }

    public DeltaCheck {
        guards = List.copyOf(guards);
        parameters = List.copyOf(parameters);
        reasons = List.copyOf(reasons);
    }

    /** Applied, but the state hash did not change: an integrity fault. */
    public boolean stuck() {
        return applied && hashChanged.filter(changed -> !changed).isPresent();
    }

    /** Moves whose value afterwards is another than expected. */
    public List<ParameterCheck> mismatches() {
        return parameters.stream()
                .filter(check -> check.state() == State.MISMATCH)
                .toList();
    }
}
