package io.soakstream.gate.comparison;

import java.util.Optional;

/**
 * What a policy said of a run.
 *
 * @param version of the policy; empty: it is not known, and taken for the other side's
 * @param level PASS, WARN, FAIL or INCONCLUSIVE
 */
public record ComparedVerdict(String policy, Optional<String> version, String level) {

    /** Whether both are by the same policy: what another policy says can be neither better nor worse. */
    boolean isBySamePolicyAs(ComparedVerdict other) {
        boolean otherVersion = version.isPresent() && other.version.isPresent() && !version.equals(other.version);
        return policy.equals(other.policy) && !otherVersion;
    }

    /** For people. */
    String text() {
        return level + " by policy " + policy
                + version.map(number -> " (version " + number + ")").orElse("");
    }
}
