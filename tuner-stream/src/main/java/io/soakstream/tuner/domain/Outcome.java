package io.soakstream.tuner.domain;

/** What becomes of a proposal. */
public enum Outcome {
    NO_OP,
    SKIPPED,
    APPLIED;

    /** Reason of a NO_OP: nothing wanted to move. */
    public static final String NO_CHANGE = "no_change";
    /** Reason of a NO_OP: the event is of a kind that this program does not know. */
    public static final String UNKNOWN_KIND = "unknown_kind";
}
