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

    /** Only an iteration has a verdict, which names the hole before it. */
    static Proof of(
            Claim claim, Ledger next, List<Release> releases, List<Application> applications, Standing standing) {
        boolean judged = claim.event().iteration().isPresent();
        return new Proof(judged ? next.named() : next, releases, applications, standing);
    }

    /** State hash of the latest version that it made: what has to be found in the store. */
    public String releasedHash() {
        return releases.get(releases.size() - 1).stateHash();
    }
}
