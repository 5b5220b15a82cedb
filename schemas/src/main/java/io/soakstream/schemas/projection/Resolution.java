package io.soakstream.schemas.projection;

import java.util.Optional;

/**
 * An outcome and why it is so.
 *
 * @param reason code; empty exactly for APPLIED
 */
public record Resolution(Outcome outcome, Optional<String> reason) {
    public Resolution {
        if (reason.isPresent() == (outcome == Outcome.APPLIED)) {
            throw new IllegalArgumentException(outcome + " with reason " + reason);
        }
    }

    public static Resolution applied() {
        return new Resolution(Outcome.APPLIED, Optional.empty());
    }

    public static Resolution skipped(String reason) {
        return new Resolution(Outcome.SKIPPED, Optional.of(reason));
    }

    public static Resolution noOp(String reason) {
        return new Resolution(Outcome.NO_OP, Optional.of(reason));
    }
}
