package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Projection;
import java.util.List;
import java.util.Optional;

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
        // A start stands on its own: whatever else the first decision says may still be wrong.
        Optional<Projection> start = before.projection().isPresent()
                ? Optional.empty()
                : claim.start().map(Start::projection);
        Optional<Release> started = start.map(Release::start);
        Ledger opened = start.map(counted::with).orElse(counted);
        Optional<String> impossible = objection(before, claim)
                .or(() -> Comparison.ofFacts(opened.projection().orElseThrow(), claim, catalogue));
        if (impossible.isPresent()) {
            return doubted(opened, claim, started, impossible.get());
        }
        Derivation derived = Derivation.of(opened.projection().orElseThrow(), before.lastIteration(), claim, catalogue);
        return Comparison.ofConclusions(derived, claim)
                .map(different -> doubted(opened, claim, started, different))
                .orElseGet(() -> Agreement.of(opened, claim, started, derived));
    }

    /** Why there are no facts to begin with; empty: there are. */
    private static Optional<String> objection(Ledger before, Claim claim) {
        if (claim.event() instanceof ClaimedEvent.Illegal illegal) {
            return Optional.of(illegal.fault());
        }
        boolean starts = claim.start().isPresent();
        if (before.projection().isPresent()) {
            return starts ? Optional.of("run_started: the run has started already") : Optional.empty();
        }
        return starts ? Optional.empty() : Optional.of("run_started: the start of the run is not known");
    }

    /** Unless it is itself the way out: which an old re-base is not, whatever number it now has. */
    private Proof doubted(Ledger counted, Claim claim, Optional<Release> started, String difference) {
        return Optional.of(claim)
                .filter(Claim::isIdentified)
                .flatMap(identified -> Rebase.of(counted, identified, catalogue))
                .map(after -> rebased(counted, claim, after))
                .orElseGet(() -> mismatched(counted, claim, started, difference));
    }

    private static Proof rebased(Ledger counted, Claim claim, Projection after) {
        Release release = Release.of(after, counted.projection().map(Projection::stateHash), claim.event());
        Optional<Awaited> awaited = Agreement.isConfirmed(after) ? Optional.empty() : Optional.of(Awaited.of(claim));
        Standing standing =
                new Standing(Optional.empty(), counted.missing(), Optional.of(after.confirmation()), false, false);
        Application application = Applications.rebased(claim, counted.projection(), after, release);
        return Proof.of(claim, counted.with(after).awaiting(awaited), List.of(release), List.of(application), standing);
    }

    /**
     * The answer to a decision that was proven, but whose result is not what the store gives back.
     *
     * @param before as it was before the decision
     */
    public Proof unproven(Ledger before, Claim claim, String detail) {
        return mismatched(before.counted(claim), claim, Optional.empty(), detail);
    }

    private static Proof mismatched(Ledger counted, Claim claim, Optional<Release> started, String difference) {
        String detail = counted.missing().isPresent()
                ? "decision " + counted.missing().getAsLong() + " is missing; " + difference
                : difference;
        Ledger next = counted.projection()
                .map(projection -> counted.with(Divergence.followed(projection, claim)))
                .orElse(counted);
        return Proof.of(
                claim,
                next,
                started.stream().toList(),
                List.of(Applications.mismatched(claim, counted)),
                Standing.mismatched(detail, counted));
    }
}
