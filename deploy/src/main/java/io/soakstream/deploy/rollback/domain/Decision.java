package io.soakstream.deploy.rollback.domain;

import java.util.List;

/**
 * What is done about an alert.
 *
 * @param reason why it is no rollback; empty text for one
 * @param actions to do, in order
 * @param state to keep before anything is done
 */
public record Decision(Kind kind, String reason, List<PlannedAction> actions, WatcherState state) {
    public Decision {
        actions = List.copyOf(actions);
    }

    /** Kinds of decisions. */
    public enum Kind {
        /** It is over: only written down. */
        RESOLVED,
        /** No gate of the policy. */
        NOT_A_GATE,
        /** Everything about this incident is done. */
        REPEATED,
        /** The run was rolled back shortly before. */
        COOLING_DOWN,
        /** The policy rolls nothing back. */
        DISABLED,
        NOTIFY,
        ROLL_BACK
    }

    static Decision skip(Kind kind, String reason, WatcherState state) {
        return new Decision(kind, reason, List.of(), state);
    }
}
