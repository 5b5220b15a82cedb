package io.soakstream.gate.domain.proof;

import io.soakstream.gate.domain.proof.Application.Kind;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.OutcomeReason;
import io.soakstream.schemas.projection.Projection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The words about a decision and about the one that was awaited. */
final class Applications {
    private Applications() {}

    /** What an echo says of the awaited decision; empty: nothing new. */
    static Optional<Application> settled(Optional<Awaited> awaited, Projection before, Projection heard) {
        Confirmation.State now = heard.confirmation().state();
        boolean same = now == before.confirmation().state();
        if (awaited.isEmpty() || same) {
            return Optional.empty();
        }
        return switch (now) {
            case CONFIRMED -> Optional.of(later(Kind.CONFIRMED, awaited.get(), Optional.empty(), heard));
            case STUCK -> Optional.of(later(Kind.STUCK, awaited.get(), Optional.of(OutcomeReason.STUCK), heard));
            case UNVERIFIED, PENDING, DRIFTED, OFF_POLICY -> Optional.empty();
        };
    }

    private static Application later(Kind kind, Awaited subject, Optional<String> reason, Projection heard) {
        Optional<String> hash = Optional.of(heard.stateHash());
        return new Application(
                kind,
                subject,
                reason,
                hash,
                hash,
                List.of(),
                Optional.empty(),
                Optional.of(heard.confirmation().state()));
    }

    /** The word about the decision itself; empty: it is about nothing that could be applied. */
    static Optional<Application> of(Claim claim, Derivation derived, Optional<Release> release) {
        if (claim.event() instanceof ClaimedEvent.Iteration) {
            Kind kind = Kind.valueOf(derived.resolution().outcome().name());
            return Optional.of(made(kind, derived.resolution().reason(), claim, derived, release));
        }
        if (claim.event() instanceof ClaimedEvent.Control) {
            Kind kind = derived.refusal().isPresent() ? Kind.REFUSED : Kind.ACKNOWLEDGED;
            return Optional.of(made(kind, derived.refusal(), claim, derived, release));
        }
        return Optional.empty();
    }

    private static Application made(
            Kind kind, Optional<String> reason, Claim claim, Derivation derived, Optional<Release> release) {
        Map<String, String> bounds = ProposedMoves.of(claim).bounds();
        return new Application(
                kind,
                Awaited.of(claim),
                reason,
                Optional.of(derived.heard().stateHash()),
                Optional.of(derived.after().stateHash()),
                Change.between(derived.heard().overrides(), derived.after().overrides(), bounds),
                release,
                Optional.of(derived.after().confirmation().state()));
    }

    /** A command that was taken although the gate had diverged. */
    static Application rebased(Claim claim, Optional<Projection> before, Projection after, Release release) {
        return new Application(
                Kind.ACKNOWLEDGED,
                Awaited.of(claim),
                Optional.empty(),
                before.map(Projection::stateHash),
                Optional.of(after.stateHash()),
                before.map(projection -> Change.between(projection.overrides(), after.overrides(), Map.of()))
                        .orElseGet(List::of),
                Optional.of(release),
                Optional.of(after.confirmation().state()));
    }

    static Application mismatched(Claim claim, Ledger ledger) {
        Optional<String> hash = ledger.projection().map(Projection::stateHash);
        return new Application(
                Kind.MISMATCH,
                Awaited.of(claim),
                Optional.of(OutcomeReason.PROJECTION_MISMATCH),
                hash,
                hash,
                List.of(),
                Optional.empty(),
                ledger.projection().map(projection -> projection.confirmation().state()));
    }
}
