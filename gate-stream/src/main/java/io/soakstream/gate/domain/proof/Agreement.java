package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.Projection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What is to be told, and kept, of a decision that follows from its facts. */
final class Agreement {
    private final Ledger ledger;
    private final Claim claim;
    private final Derivation derived;
    private final Projection base;
    private final boolean changed;

    private Agreement(Ledger ledger, Claim claim, Derivation derived) {
        this.ledger = ledger;
        this.claim = claim;
        this.derived = derived;
        this.base = ledger.projection().orElseThrow();
        this.changed = derived.after().version() != base.version();
    }

    /**
     * @param ledger with the decision counted, and with the start if this is the first
     * @param started the start values, if this is the first
     */
    static Proof of(Ledger ledger, Claim claim, Optional<Release> started, Derivation derived) {
        return new Agreement(ledger, claim, derived).proof(started);
    }

    private Proof proof(Optional<Release> started) {
        Optional<Release> release = changed
                ? Optional.of(Release.of(derived.after(), Optional.of(base.stateHash()), claim.event()))
                : Optional.empty();
        Optional<Application> settled = Applications.settled(ledger.awaited(), base, derived.heard());
        List<Application> applications = Stream.concat(
                        settled.stream(), Applications.of(claim, derived, release).stream())
                .toList();
        List<Release> releases =
                Stream.concat(started.stream(), release.stream()).toList();
        return Proof.of(
                claim, ledger.with(derived.after()).awaiting(awaited()), releases, applications, standing(settled));
    }

    private Optional<Awaited> awaited() {
        if (changed) {
            return awaitsEcho() ? Optional.of(Awaited.of(claim)) : Optional.empty();
        }
        return isConfirmed(derived.heard()) ? Optional.empty() : ledger.awaited();
    }

    /** The bot may have named the new hash already. */
    private boolean awaitsEcho() {
        return changed && !isConfirmed(derived.after());
    }

    private Standing standing(Optional<Application> settled) {
        boolean awaitsIteration = derived.after().confirmation().changedBy().isPresent();
        boolean awaitedIteration = base.confirmation().changedBy().isPresent();
        return new Standing(
                Optional.empty(),
                ledger.missing(),
                Optional.of(derived.after().confirmation()),
                awaitsEcho() && awaitsIteration,
                settled.isPresent() && isConfirmed(derived.heard()) && awaitedIteration);
    }

    static boolean isConfirmed(Projection projection) {
        return projection.confirmation().state() == Confirmation.State.CONFIRMED;
    }
}
