package io.soakstream.gate.mapping;

import io.soakstream.gate.domain.proof.Application;
import io.soakstream.gate.domain.proof.Awaited;
import io.soakstream.gate.domain.proof.Change;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.ApplicationOutcome;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.ParameterChange;
import io.soakstream.schemas.contract.TuningDecision;
import io.soakstream.schemas.contract.Verification;

/** From what became of a decision to the record on the topic. */
public final class ApplicationMapper {
    private ApplicationMapper() {}

    public static DeltaApplication toRecord(TuningDecision decision, Application application) {
        Awaited subject = application.subject();
        return new DeltaApplication(
                subject.id(),
                decision.getBot(),
                decision.getRun(),
                subject.iteration().isPresent() ? subject.iteration().getAsInt() : null,
                decision.getEventTimeMs(),
                ApplicationOutcome.valueOf(application.kind().name()),
                application.reason().orElse(null),
                application.oldHash().orElse(null),
                application.stateHash().orElse(null),
                application.changes().stream().map(ApplicationMapper::change).toList(),
                application.release().map(OverridesMapper::bytes).orElse(0L),
                application
                        .verification()
                        .map(state -> Verification.valueOf(state.name()))
                        .orElse(Verification.UNKNOWN),
                subject.commandId().orElse(null),
                isAnswer(application) ? decision.getControlCommand() : null);
    }

    /** The later words come with another event than the command. */
    private static boolean isAnswer(Application application) {
        return switch (application.kind()) {
            case ACKNOWLEDGED, REFUSED, MISMATCH ->
                application.subject().commandId().isPresent();
            case NO_OP, SKIPPED, APPLIED, CONFIRMED, STUCK -> false;
        };
    }

    /** What is no longer set has the empty text for its value. */
    private static ParameterChange change(Change change) {
        return new ParameterChange(
                change.parameter(),
                change.before().map(Decimals::plain).orElse(null),
                change.delta().map(Decimals::plain).orElse(null),
                change.after().map(Decimals::plain).orElse(""),
                change.bound().orElse(null));
    }
}
