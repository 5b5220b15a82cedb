package io.soakstream.deploy.view;

import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.RuntimeOverrides;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verdict;
import java.util.Locale;

/** What a record is about. */
public enum RecordKind {
    DECISION,
    APPLICATION,
    OVERRIDES,
    VERDICT,
    NOTIFICATION;

    /** As events are called. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static RecordKind of(Object record) {
        if (record instanceof TuningDecision) {
            return DECISION;
        }
        if (record instanceof DeltaApplication) {
            return APPLICATION;
        }
        if (record instanceof RuntimeOverrides) {
            return OVERRIDES;
        }
        return record instanceof Verdict ? VERDICT : NOTIFICATION;
    }
}
