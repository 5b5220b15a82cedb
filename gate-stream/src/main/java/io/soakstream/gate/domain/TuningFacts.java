package io.soakstream.gate.domain;

import java.util.List;
import java.util.Optional;

/**
 * How one iteration's proposal fared.
 *
 * @param outcome APPLIED, SKIPPED or NO_OP
 * @param reason code of the reason where it was not applied
 * @param proposed whether anything was proposed
 * @param fullyApplied applied with nothing dropped
 * @param hashChanged whether the state hash changed with it
 * @param changedKeys parameters that changed, sorted
 * @param unknownNames names among its parameters that are in no catalogue (count)
 * @param awaitsEcho no echo has confirmed yet what it applied
 * @param confirmsEarlier its echo confirmed what an earlier iteration applied
 */
public record TuningFacts(
        String outcome,
        Optional<String> reason,
        boolean proposed,
        boolean fullyApplied,
        boolean hashChanged,
        List<String> changedKeys,
        int unknownNames,
        boolean awaitsEcho,
        boolean confirmsEarlier) {
    public static final String APPLIED = "APPLIED";
    public static final String SKIPPED = "SKIPPED";

    boolean applied() {
        return outcome.equals(APPLIED);
    }
}
