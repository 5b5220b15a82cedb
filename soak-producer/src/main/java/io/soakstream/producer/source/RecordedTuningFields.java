package io.soakstream.producer.source;

import io.soakstream.producer.domain.RationaleRules;
import io.soakstream.producer.domain.StartValueRule;
import io.soakstream.schemas.contract.RecordedTuning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What another tuner says in a {@code tuning} object. */
final class RecordedTuningFields {
    /** Reasons in the order of their priority, and the flag beside {@code skip_reason} that says the same. */
    private static final Map<String, String> FLAG_BY_REASON = flags();

    private RecordedTuningFields() {}

    /** The recorded tuning; {@code null} if the source does not say whether anything was applied. */
    static RecordedTuning read(FieldReader tuning, StartValueRule names) {
        if (!tuning.has("applied")) {
            return null;
        }
        RecordedTuning recorded = new RecordedTuning();
        recorded.setApplied(tuning.flag("applied"));
        recorded.setProposed(ParameterFields.read(
                tuning.object(tuning.has("proposed_deltas") ? "proposed_deltas" : "deltas"), names));
        recorded.setChangedKeys(
                tuning.texts("changed_keys").stream().sorted().distinct().toList());
        skip(tuning, recorded);
        recorded.setRationale(tuning.text("rationale"));
        recorded.setRules(RationaleRules.names(recorded.getRationale()));
        recorded.setStateHash(tuning.text(tuning.has("signature") ? "signature" : "state_hash"));
        recorded.setFreezeTriggered(tuning.flag("freeze_triggered"));
        return recorded;
    }

    private static void skip(FieldReader tuning, RecordedTuning recorded) {
        boolean textual = tuning.node("skip_reason").isTextual();
        FieldReader skip = textual ? tuning.object("") : tuning.object("skip_reason");
        List<String> reasons = new ArrayList<>();
        FLAG_BY_REASON.forEach((reason, flag) -> {
            boolean inSkip = skip.flag(reason);
            if (inSkip || tuning.flag(flag)) {
                reasons.add(reason);
            }
        });
        recorded.setSkipReasons(reasons);
        String note = textual ? tuning.text("skip_reason") : skip.text("note");
        recorded.setSkipNote(note == null || note.isEmpty() ? null : note);
    }

    private static Map<String, String> flags() {
        Map<String, String> flags = new LinkedHashMap<>();
        flags.put("freeze", "freeze_triggered");
        flags.put("oscillation", "oscillation_detected");
        flags.put("velocity", "velocity_violation");
        flags.put("cooldown", "cooldown_active");
        flags.put("no_op", "no_op");
        return flags;
    }
}
