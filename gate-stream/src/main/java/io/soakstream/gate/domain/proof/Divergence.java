package io.soakstream.gate.domain.proof;

import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.Switches;
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
            return with(before, before.switches().after(control.command()), before.confirmation());
        }
        if (claim.event() instanceof ClaimedEvent.Iteration iteration
                && !iteration.echo().mixed()
                && iteration.echo().stateHash().isPresent()) {
            return with(
                    before,
                    before.switches(),
                    heard(before.confirmation(), iteration.echo().stateHash()));
        }
        return before;
    }

    private static Confirmation heard(Confirmation before, Optional<String> lastEcho) {
        return new Confirmation(before.state(), before.echoing(), before.waited(), before.changedBy(), lastEcho);
    }

    static Projection with(Projection projection, Switches switches, Confirmation confirmation) {
        return new Projection(
                projection.overrides(),
                projection.stateHash(),
                projection.version(),
                switches,
                projection.totalIterations(),
                projection.judgeMode(),
                projection.echoes(),
                projection.plan(),
                confirmation);
    }
}
