package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.Projection;
import java.util.Optional;

/**
 * What the gate still follows of a decision that it cannot prove. The values in force and their confirmation stay; what
 * does not rest on them is needed when a re-base ends the divergence.
 */
final class Divergence {
    private Divergence() {}

    static Projection followed(Projection before, Claim claim) {
        if (claim.event() instanceof ClaimedEvent.Control control
                && claim.commandRefusal().isEmpty()) {
            return switched(before, control.command().action());
        }
        if (claim.event() instanceof ClaimedEvent.Iteration iteration
                && !iteration.echo().mixed()
                && iteration.echo().stateHash().isPresent()) {
            return with(
                    before,
                    before.autoTune(),
                    heard(before.confirmation(), iteration.echo().stateHash()));
        }
        return before;
    }

    private static Projection switched(Projection before, Command.Action action) {
        return switch (action) {
            case AUTO_TUNE_ON -> with(before, true, before.confirmation());
            case AUTO_TUNE_OFF -> with(before, false, before.confirmation());
            default -> before;
        };
    }

    private static Confirmation heard(Confirmation before, Optional<String> lastEcho) {
        return new Confirmation(before.state(), before.echoing(), before.waited(), before.changedBy(), lastEcho);
    }

    static Projection with(Projection projection, boolean autoTune, Confirmation confirmation) {
        return new Projection(
                projection.overrides(),
                projection.stateHash(),
                projection.version(),
                autoTune,
                projection.totalIterations(),
                projection.judgeMode(),
                projection.echoes(),
                projection.plan(),
                confirmation);
    }
}
