package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.Projection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes the tuner's conclusion again from the facts that it names. Equal: what it decided is to be applied. Not equal:
 * an integrity fault, and nothing is applied; the gate's projection stays as it was, so everything that builds on the
 * other one is not proven either, until a command with complete values ends it.
 */
public final class ProjectionProof {
    private final ParameterCatalogue catalogue;

    public ProjectionProof(ParameterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param claim one that is not late */
    public Proof prove(Ledger before, Claim claim) {
        Ledger counted = before.counted(claim);
        Optional<String> objection = startObjection(counted, claim);
        Optional<Release> started = Optional.empty();
        if (objection.isEmpty() && claim.start().isPresent()) {
            Projection start = claim.start().get().projection();
            counted = counted.with(start);
            started = Optional.of(Release.start(start));
        }
        if (objection.isPresent()) {
            return rebased(counted, claim).orElse(mismatched(counted, claim, objection.get()));
        }
        return proven(before, counted, claim, started);
    }

    /** Why there is nothing to begin with; empty: there is. */
    private static Optional<String> startObjection(Ledger counted, Claim claim) {
        if (claim.event() instanceof ClaimedEvent.Illegal illegal) {
            return Optional.of(illegal.fault());
        }
        if (claim.start().isEmpty()) {
            return counted.projection().isPresent()
                    ? Optional.empty()
                    : Optional.of("run_started: the start of the run is not known");
        }
        return counted.projection().isPresent()
                ? Optional.of("run_started: the run has started already")
                : Comparison.difference(
                        "base_hash",
                        claim.baseHash(),
                        claim.start().get().projection().stateHash());
    }

    private Proof proven(Ledger before, Ledger counted, Claim claim, Optional<Release> started) {
        Projection base = counted.projection().orElseThrow();
        Optional<String> objection = Comparison.ofFacts(base, claim, catalogue);
        if (objection.isEmpty()) {
            Derivation derived = Derivation.of(base, before.lastIteration(), claim, catalogue);
            objection = Comparison.ofConclusions(derived, claim);
            if (objection.isEmpty()) {
                return agreed(counted, claim, started, derived);
            }
        }
        String detail = objection.get();
        return rebased(counted, claim).orElseGet(() -> with(started, mismatched(counted, claim, detail)));
    }

    private static Proof agreed(Ledger counted, Claim claim, Optional<Release> started, Derivation derived) {
        Projection base = counted.projection().orElseThrow();
        boolean changed = derived.after().version() != base.version();
        Optional<Release> release = changed
                ? Optional.of(Release.of(derived.after(), Optional.of(base.stateHash()), claim.event()))
                : Optional.empty();
        Optional<Application> settled = Applications.settled(counted.awaited(), base, derived.heard());
        boolean confirms = derived.heard().confirmation().state() == Confirmation.State.CONFIRMED;
        boolean awaitsEcho = changed && derived.after().confirmation().state() != Confirmation.State.CONFIRMED;
        Optional<Awaited> open = confirms ? Optional.empty() : counted.awaited();
        Ledger next = counted.with(derived.after())
                .awaiting(awaitsEcho ? Optional.of(Awaited.of(claim)) : changed ? Optional.empty() : open);
        Standing standing = new Standing(
                Optional.empty(),
                counted.missing(),
                Optional.of(derived.after().confirmation()),
                awaitsEcho && derived.after().confirmation().changedBy().isPresent(),
                confirms
                        && settled.isPresent()
                        && base.confirmation().changedBy().isPresent());
        List<Application> applications = new ArrayList<>(settled.stream().toList());
        Applications.of(claim, derived, release).ifPresent(applications::add);
        return proof(claim, next, both(started, release), applications, standing);
    }

    private Optional<Proof> rebased(Ledger counted, Claim claim) {
        return Rebase.of(counted, claim, catalogue).map(after -> {
            Release release = Release.of(after, counted.projection().map(Projection::stateHash), claim.event());
            boolean confirmed = after.confirmation().state() == Confirmation.State.CONFIRMED;
            Ledger next = counted.with(after).awaiting(confirmed ? Optional.empty() : Optional.of(Awaited.of(claim)));
            Standing standing =
                    new Standing(Optional.empty(), counted.missing(), Optional.of(after.confirmation()), false, false);
            Application application = Applications.rebased(claim, counted.projection(), after, release);
            return proof(claim, next, List.of(release), List.of(application), standing);
        });
    }

    /**
     * The answer to a decision that was proven, but whose result is not what the store gives back.
     *
     * @param before as it was before the decision
     */
    public Proof unproven(Ledger before, Claim claim, String detail) {
        return mismatched(before.counted(claim), claim, detail);
    }

    private static Proof mismatched(Ledger counted, Claim claim, String difference) {
        OptionalLong missing = counted.missing();
        String detail =
                missing.isPresent() ? "decision " + missing.getAsLong() + " is missing; " + difference : difference;
        Ledger next = counted.projection()
                .map(projection -> counted.with(Divergence.followed(projection, claim)))
                .orElse(counted);
        return proof(
                claim,
                next,
                List.of(),
                List.of(Applications.mismatched(claim, counted)),
                Standing.mismatched(detail, counted));
    }

    /** A start is proven on its own: what the first iteration came to may still be wrong. */
    private static Proof with(Optional<Release> started, Proof proof) {
        return new Proof(proof.next(), started.stream().toList(), proof.applications(), proof.standing());
    }

    /** Only an iteration has a verdict, which names the hole before it. */
    private static Proof proof(
            Claim claim, Ledger next, List<Release> releases, List<Application> applications, Standing standing) {
        boolean judged = claim.event().iteration().isPresent();
        return new Proof(judged ? next.named() : next, releases, applications, standing);
    }

    private static List<Release> both(Optional<Release> started, Optional<Release> release) {
        List<Release> releases = new ArrayList<>();
        started.ifPresent(releases::add);
        release.ifPresent(releases::add);
        return releases;
    }
}
