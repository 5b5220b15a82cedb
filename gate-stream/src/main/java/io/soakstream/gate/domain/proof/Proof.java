package io.soakstream.gate.domain.proof;

import java.util.List;

/**
 * What follows from a decision.
 *
 * @param next what the gate knows after it
 * @param releases versions of the overrides that it made, in order
 * @param applications in order
 */
public record Proof(Ledger next, List<Release> releases, List<Application> applications, Standing standing) {
    public Proof {
        releases = List.copyOf(releases);
        applications = List.copyOf(applications);
    }

    /** State hash of the latest version that it made; what has to be found in the store. */
    public String releasedHash() {
        return releases.get(releases.size() - 1).stateHash();
    }
}
