package io.soakstream.gate.domain;

import io.soakstream.schemas.projection.Confirmation;
import java.util.Locale;
import java.util.Optional;

/**
 * How a run ended, as far as its verdict depends on it.
 *
 * <p>Whose echoes mean nothing (recordings of other tuners, shadow runs) is never PENDING, DRIFTED or STUCK, so no mode
 * is looked at: a simulated bot is held to what a live one is, or its run would rehearse nothing.
 *
 * @param end why it ended
 * @param confirmation whether the bot is known to run with its overrides; empty: its start is not known
 */
public record Ending(End end, Optional<Confirmation.State> confirmation) {

    /** EXPIRED: nothing has come for the configured silence. */
    public enum End {
        COMPLETED,
        ABORTED,
        EXPIRED
    }

    Judgement applied(Judgement judgement) {
        return confirmed(completed(judgement));
    }

    /** A run that was cut short may have failed, but it cannot have passed. */
    private Judgement completed(Judgement judgement) {
        return end == End.COMPLETED
                ? judgement
                : judgement.with(
                        judgement.level() == VerdictLevel.FAIL ? VerdictLevel.FAIL : VerdictLevel.INCONCLUSIVE,
                        Reason.of(Reason.RUN_ENDED, end.name().toLowerCase(Locale.ROOT)));
    }

    /** What the bot was measured with is not what it was meant to run with. */
    private Judgement confirmed(Judgement judgement) {
        return confirmation
                .map(state -> switch (state) {
                    case STUCK -> judgement.with(VerdictLevel.FAIL, unconfirmed(state));
                    case PENDING, DRIFTED ->
                        judgement.with(
                                judgement.level() == VerdictLevel.PASS ? VerdictLevel.WARN : judgement.level(),
                                unconfirmed(state));
                    case UNVERIFIED, CONFIRMED, OFF_POLICY -> judgement;
                })
                .orElse(judgement);
    }

    private static Reason unconfirmed(Confirmation.State state) {
        return Reason.of(Reason.UNCONFIRMED, state.name().toLowerCase(Locale.ROOT));
    }
}
