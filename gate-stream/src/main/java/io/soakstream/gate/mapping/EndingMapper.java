package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.Ending;
import io.soakstream.schemas.projection.Confirmation;

/** From the end of a run in a decision to that of the rules. Expects a decision about an end. */
public final class EndingMapper {
    private EndingMapper() {}

    /** The confirmation is what the gate knows, not what the decision says. */
    public static Ending toDomain(ProvenDecision proven) {
        return new Ending(end(proven), proven.standing().confirmation().map(Confirmation::state));
    }

    /** An end of a kind that only newer programs know is not known to be a good one. */
    private static Ending.End end(ProvenDecision proven) {
        return switch (proven.decision().getRunEnded().getEnd()) {
            case COMPLETED -> Ending.End.COMPLETED;
            case EXPIRED -> Ending.End.EXPIRED;
            case ABORTED, UNKNOWN -> Ending.End.ABORTED;
        };
    }
}
