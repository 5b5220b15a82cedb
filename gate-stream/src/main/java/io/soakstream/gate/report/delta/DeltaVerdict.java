package io.soakstream.gate.report.delta;

import io.soakstream.gate.account.DeltaVerification;
import io.soakstream.gate.domain.GateRule;

/** Whether the proposals of a run fared well enough. */
public enum DeltaVerdict {
    PASS,
    FAIL,
    /** Something that would be needed is not recorded. */
    INCONCLUSIVE;

    public static DeltaVerdict of(DeltaVerification verification, GateRule rule) {
        if (!verification.missing().isEmpty()) {
            return INCONCLUSIVE;
        }
        return rule.accepts(verification.quality()) ? PASS : FAIL;
    }
}
