package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.Outcome;
import io.soakstream.schemas.projection.OutcomeReason;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.RecordedOutcome;
import io.soakstream.schemas.projection.Resolution;
import java.util.Optional;

/**
 * What follows from the facts of a decision, whatever the tuner concluded.
 *
 * @param heard the projection with the event's echo
 * @param after the projection after the event
 * @param refusal why a command is not obeyed; empty: it is, or the event is none
 */
record Derivation(Projection heard, Projection after, Resolution resolution, Optional<String> refusal) {

    /**
     * @param lastIteration latest iteration before the event; 0: none yet
     * @param claim whose moves are possible
     */
    static Derivation of(Projection known, int lastIteration, Claim claim, ParameterCatalogue catalogue) {
        Projection before = known.under(claim.tuningAllowed());
        ClaimedEvent event = claim.event();
        if (event instanceof ClaimedEvent.Iteration iteration) {
            Projection heard = before.heard(iteration.echo());
            return before.judgeMode() ? recorded(heard, iteration) : own(heard, iteration, claim);
        }
        if (event instanceof ClaimedEvent.Control control) {
            return command(before, lastIteration, control.command(), catalogue);
        }
        if (event instanceof ClaimedEvent.Ended ended) {
            boolean silent = ended.lastEcho().equals(Echo.silent());
            return nothing(silent ? before : before.heardLast(ended.lastEcho()), OutcomeReason.NO_CHANGE);
        }
        return nothing(before, ((ClaimedEvent.Uneventful) event).reason());
    }

    private static Derivation recorded(Projection heard, ClaimedEvent.Iteration iteration) {
        Resolution resolution = iteration
                .recorded()
                .map(RecordedOutcome::resolution)
                .orElseGet(() -> Resolution.noOp(OutcomeReason.NO_CHANGE));
        return new Derivation(heard, heard, resolution, Optional.empty());
    }

    private static Derivation own(Projection heard, ClaimedEvent.Iteration iteration, Claim claim) {
        ProposedMoves moves = ProposedMoves.of(claim);
        Resolution resolution = heard.resolve(
                iteration.number(),
                !moves.isEmpty(),
                nothingProposed(heard, iteration, claim),
                moves.remaining(),
                moves.firstGuard());
        boolean applies = resolution.outcome() == Outcome.APPLIED;
        Projection applied = applies ? heard.applied(iteration.number(), moves.remaining()) : heard;
        return new Derivation(heard, applied.afterIteration(iteration.number()), resolution, Optional.empty());
    }

    /** Whether a rule wanted to move and could not only the rules know: that much is taken from the decision. */
    private static String nothingProposed(Projection heard, ClaimedEvent.Iteration iteration, Claim claim) {
        if (heard.planned()) {
            return OutcomeReason.WARMING_UP;
        }
        if (!iteration.hasData()) {
            return OutcomeReason.NO_DATA;
        }
        return claim.reason().filter(OutcomeReason.AT_BOUND::equals).orElse(OutcomeReason.NO_CHANGE);
    }

    private static Derivation command(
            Projection before, int lastIteration, Command command, ParameterCatalogue catalogue) {
        Optional<String> refusal = before.refusal(command, lastIteration, catalogue);
        Projection after = refusal.isPresent() ? before : before.obeyed(command, catalogue);
        Resolution resolution = before.stateHash().equals(after.stateHash())
                ? Resolution.noOp(OutcomeReason.NO_CHANGE)
                : Resolution.applied();
        return new Derivation(before, after, resolution, refusal);
    }

    private static Derivation nothing(Projection after, String reason) {
        return new Derivation(after, after, Resolution.noOp(reason), Optional.empty());
    }
}
