package io.soakstream.notifier.mapping;

import io.soakstream.notifier.domain.ApplicationFacts;
import io.soakstream.notifier.domain.CommandFacts;
import io.soakstream.schemas.contract.ControlCommand;
import io.soakstream.schemas.contract.DeltaApplication;
import io.soakstream.schemas.contract.ParameterChange;
import java.util.Locale;
import java.util.Optional;

/** From what became of a decision or a command to what is told of it. */
public final class ApplicationMapper {
    private ApplicationMapper() {}

    public static ApplicationFacts toDomain(DeltaApplication application) {
        return new ApplicationFacts(
                application.getId(),
                application.getBot(),
                application.getRun(),
                Optional.ofNullable(application.getIteration()),
                application.getEventTimeMs(),
                switch (application.getOutcome()) {
                    case STUCK -> ApplicationFacts.Outcome.STUCK;
                    case ACKNOWLEDGED -> ApplicationFacts.Outcome.ACKNOWLEDGED;
                    case UNKNOWN, NO_OP, SKIPPED, APPLIED, CONFIRMED, REFUSED, MISMATCH ->
                        ApplicationFacts.Outcome.OTHER;
                },
                Wording.texts(application.getChanges().stream()
                        .map(ApplicationMapper::change)
                        .toList()),
                Optional.ofNullable(application.getCommand()).map(ApplicationMapper::command));
    }

    private static String change(ParameterChange change) {
        String before = change.getOld() == null ? "unset" : change.getOld();
        return change.getParameter() + " " + before + " -> " + change.getNew$();
    }

    private static CommandFacts command(ControlCommand command) {
        return new CommandFacts(
                command.getId(),
                switch (command.getAction()) {
                    case SILENCE -> CommandFacts.Kind.SILENCE;
                    case ACKNOWLEDGE -> CommandFacts.Kind.ACKNOWLEDGE;
                    case ROLLBACK -> CommandFacts.Kind.ROLLBACK;
                    case UNKNOWN, FREEZE, UNFREEZE, REBASE, AUTO_TUNE_ON, AUTO_TUNE_OFF -> CommandFacts.Kind.OTHER;
                },
                word(command),
                Wording.text(command.getActor()),
                Wording.text(command.getReason()),
                Optional.ofNullable(command.getExpiresAtMs()));
    }

    private static String word(ControlCommand command) {
        String action = command.getAction().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return command.getSubsystems().isEmpty() ? action : action + " " + String.join(", ", command.getSubsystems());
    }
}
