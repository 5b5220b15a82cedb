package io.soakstream.tuner.domain.rule;

import io.soakstream.schemas.parameter.Overrides;
import java.util.List;

/** One rule: when it fires, and what it then wants to move. */
public interface Rule {
    /** Name in decisions and notes. */
    String name();

    /** The parts of its condition; it fires when all are met. */
    List<Check> checks(Situation situation, RuleTable rules);

    /** What it wants to move, in this order. */
    List<Move> moves(Overrides current);

    default boolean fires(Situation situation, RuleTable rules) {
        return checks(situation, rules).stream().allMatch(Check::met);
    }
}
