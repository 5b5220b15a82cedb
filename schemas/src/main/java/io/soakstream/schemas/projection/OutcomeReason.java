package io.soakstream.schemas.projection;

import java.util.List;
import java.util.Set;

/** Codes of the reasons for NO_OP and SKIPPED. */
public final class OutcomeReason {
    /** Nothing wanted to move. */
    public static final String NO_CHANGE = "no_change";
    /** Something wanted to move and could not. */
    public static final String AT_BOUND = "at_bound";
    /** Without the net edge or the risk no rule is evaluated. */
    public static final String NO_DATA = "no_data";
    /** The values follow a plan; until its last step no rule is evaluated. */
    public static final String WARMING_UP = "warming_up";
    /** The event is of a kind that this program does not know. */
    public static final String UNKNOWN_KIND = "unknown_kind";

    public static final String AUTO_TUNE_OFF = "auto_tune_off";
    public static final String STUCK = "stuck";
    public static final String STALE_BASE = "stale_base";
    public static final String AWAITING_CONFIRMATION = "awaiting_confirmation";
    public static final String FINAL_ITERATION = "final_iteration";

    /** What the gate says of a decision that it cannot derive from the same facts. */
    public static final String PROJECTION_MISMATCH = "projection_mismatch";

    public static final String FREEZE = "freeze";
    public static final String OSCILLATION = "oscillation";
    public static final String VELOCITY = "velocity";
    public static final String COOLDOWN = "cooldown";

    /** Guards in the order of their precedence. */
    public static final List<String> GUARDS = List.of(FREEZE, OSCILLATION, VELOCITY, COOLDOWN);

    private static final Set<String> JUSTIFIED = Set.of(
            FREEZE,
            OSCILLATION,
            VELOCITY,
            COOLDOWN,
            NO_CHANGE,
            AT_BOUND,
            NO_DATA,
            AWAITING_CONFIRMATION,
            FINAL_ITERATION,
            AUTO_TUNE_OFF);

    private OutcomeReason() {}

    /** Whether a reason excuses a proposal that was not applied. */
    public static boolean isJustified(String reason) {
        return JUSTIFIED.contains(reason);
    }
}
