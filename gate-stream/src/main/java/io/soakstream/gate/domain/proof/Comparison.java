package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Projection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a decision and what follows from its facts differ. Each difference names the decision's field. */
final class Comparison {
    private Comparison() {}

    /** What can be said before anything is derived; empty: nothing. */
    static Optional<String> ofFacts(Projection before, Claim claim, ParameterCatalogue catalogue) {
        if (before.judgeMode() != claim.judgeMode()) {
            return Optional.of("tuning: the run began " + (before.judgeMode() ? "judged" : "tuned"));
        }
        return difference("base_hash", claim.baseHash(), before.stateHash())
                .or(() -> foreignId(claim))
                .or(() -> unexpectedMoves(before, claim))
                .or(() -> ProposedMoves.of(claim).objection(before.overrides(), catalogue))
                .or(() -> foreignWindow(claim));
    }

    private static Optional<String> foreignId(Claim claim) {
        return claim.isIdentified()
                ? Optional.empty()
                : Optional.of(
                        "id: " + claim.id() + " is not that of sequence " + claim.sequence() + " of " + claim.run());
    }

    private static Optional<String> foreignWindow(Claim claim) {
        return claim.event() instanceof ClaimedEvent.Iteration iteration
                ? iteration.window().objection(iteration.number())
                : Optional.empty();
    }

    private static Optional<String> unexpectedMoves(Projection before, Claim claim) {
        boolean ruled = claim.event() instanceof ClaimedEvent.Iteration iteration
                && iteration.hasData()
                && !before.judgeMode()
                && !before.planned();
        return ruled || (claim.proposed().isEmpty() && claim.dropped().isEmpty())
                ? Optional.empty()
                : Optional.of("proposed: no rule is evaluated here");
    }

    /** What differs between the conclusions; empty: nothing. */
    static Optional<String> ofConclusions(Derivation derived, Claim claim) {
        return Stream.of(
                        difference(
                                "outcome",
                                claim.outcome(),
                                derived.resolution().outcome().name()),
                        difference(
                                "reason",
                                claim.reason().orElse(null),
                                derived.resolution().reason().orElse(null)),
                        difference(
                                "command_refusal",
                                claim.commandRefusal().orElse(null),
                                derived.refusal().orElse(null)),
                        difference(
                                "result_hash",
                                claim.resultHash(),
                                derived.after().stateHash()),
                        difference(
                                "verification",
                                claim.verification(),
                                derived.after().confirmation().state().name()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> difference(String field, String claimed, String derived) {
        return Objects.equals(claimed, derived)
                ? Optional.empty()
                : Optional.of(field + ": the decision says " + claimed + ", the facts give " + derived);
    }
}
