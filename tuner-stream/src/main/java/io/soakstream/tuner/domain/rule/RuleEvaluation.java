package io.soakstream.tuner.domain.rule;

import java.util.List;

/** Whether a rule fired, and the parts of its condition. */
public record RuleEvaluation(String rule, boolean fired, List<Check> checks) {
    public RuleEvaluation {
        checks = List.copyOf(checks);
    }
}
