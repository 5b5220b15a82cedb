package io.soakstream.tuner.report;

import java.util.Map;

/** Sentences for the codes of outcomes and guards. */
final class ReasonText {
    private static final Map<String, String> SENTENCES = Map.ofEntries(
            Map.entry("no_change", "no rule wanted to move anything"),
            Map.entry("at_bound", "what rules wanted to move is at its limit already"),
            Map.entry("no_data", "without the net edge and the risk no rule is evaluated"),
            Map.entry("warming_up", "the values follow the plan of the warm-up; no rule is evaluated until its end"),
            Map.entry("freeze", "frozen: a partial, steady-state or total freeze is in force"),
            Map.entry("oscillation", "going to and fro, or back to a state that the run has just left"),
            Map.entry("velocity", "too many changes in a row, or too far within the hour"),
            Map.entry("cooldown", "left alone after a large move"),
            Map.entry("auto_tune_off", "the run may only propose"),
            Map.entry("stuck", "the bot has not taken over what was applied before"),
            Map.entry("stale_base", "the bot runs with other values than it is meant to"),
            Map.entry("awaiting_confirmation", "the bot has not yet said that it runs with what was applied before"),
            Map.entry("final_iteration", "no iteration follows that could show the effect"),
            Map.entry("unexplained", "the recording gives no reason"));

    private ReasonText() {}

    /** Of a code that this version does not know, the code. */
    static String of(String code) {
        return SENTENCES.getOrDefault(code, code);
    }
}
