package io.soakstream.tuner.domain;

import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.Resolution;
import io.soakstream.tuner.domain.guard.Guarded;
import io.soakstream.tuner.domain.rule.Proposal;
import java.util.Optional;

/**
 * What the tuner makes of one accepted event.
 *
 * @param run the run after the event, before an end clears it
 * @param baseHash state hash before
 * @param resultHash state hash after
 * @param commandRefusal why the command was not obeyed; empty: it was, or the event is none
 * @param stalled iterations have stayed away for longer than configured
 */
public record Decision(
        RunState run,
        Accepted accepted,
        Proposal proposal,
        Guarded guarded,
        Resolution resolution,
        String baseHash,
        String resultHash,
        Optional<String> commandRefusal,
        boolean stalled) {

    /** What the bot is meant to run with from here on. */
    public Projection projection() {
        return run.running().projection();
    }
}
