package io.soakstream.gate.report;

import io.soakstream.schemas.projection.OutcomeReason;

/** Sentences for the reasons why nothing, or not everything, of a proposal was applied. */
public final class OutcomeText {
    private OutcomeText() {}

    /** A code that is not known, as those of other tuners' recordings, stands for itself. */
    public static String sentence(String code) {
        return switch (code) {
            case OutcomeReason.NO_CHANGE -> "no rule wanted to move anything";
            case OutcomeReason.AT_BOUND -> "what a rule wanted to move is at its bound already";
            case OutcomeReason.NO_DATA -> "without the net edge or the risk no rule is evaluated";
            case OutcomeReason.WARMING_UP -> "the values follow the run's plan until its last step";
            case OutcomeReason.UNKNOWN_KIND -> "the event is of a kind that this program does not know";
            case OutcomeReason.AUTO_TUNE_OFF -> "automatic tuning is off: what is proposed is not applied";
            case OutcomeReason.STUCK -> "the bot has not confirmed what it was given, so nothing more is given to it";
            case OutcomeReason.STALE_BASE -> "the bot runs with other values than the tuner decided from";
            case OutcomeReason.AWAITING_CONFIRMATION -> "the bot has still to confirm what it was given before";
            case OutcomeReason.FINAL_ITERATION -> "nothing is changed after the last iteration";
            case OutcomeReason.PROJECTION_MISMATCH -> "the gate derives something else from the same facts";
            case OutcomeReason.FREEZE -> "everything that was proposed is frozen";
            case OutcomeReason.OSCILLATION -> "the proposal would go to and fro";
            case OutcomeReason.VELOCITY -> "too much was changed in too short a time";
            case OutcomeReason.COOLDOWN -> "a large change of the same parameter is too recent";
            default -> code;
        };
    }
}
