package io.soakstream.notifier.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What becomes of a delta or a command: who silenced a run, what was rolled back, what has no effect. */
final class ApplicationSteps {
    private final MuteRules mute;

    ApplicationSteps(MuteRules mute) {
        this.mute = mute;
    }

    Step on(RunState run, ApplicationFacts application, long nowMs) {
        Optional<Notice> notice = notice(application);
        RunState remembered = remember(run, application);
        if (notice.isEmpty()) {
            return new Step(Optional.of(remembered), List.of(), Optional.empty());
        }
        if (!run.known()) {
            // Nobody has said yet whether people are told of this run.
            return new Step(Optional.of(remembered.holding(notice.get())), List.of(), Optional.empty());
        }
        Candidate candidate =
                new Candidate(notice.get(), Profile.TRANSITIONS, mute.of(notice.get(), run, false, nowMs));
        return new Step(Optional.of(remembered), List.of(candidate), Optional.empty());
    }

    private static RunState remember(RunState run, ApplicationFacts application) {
        if (application.outcome() != ApplicationFacts.Outcome.ACKNOWLEDGED
                || application.command().isEmpty()) {
            return run;
        }
        CommandFacts command = application.command().get();
        return switch (command.kind()) {
            case SILENCE ->
                run.with(new Silence(command.id(), command.actor(), command.reason(), command.expiresAtMs()));
            case ACKNOWLEDGE -> run.with(new Acknowledgement(command.id(), command.actor(), command.reason()));
            case ROLLBACK, OTHER -> run;
        };
    }

    private static Optional<Notice> notice(ApplicationFacts application) {
        return switch (application.outcome()) {
            case STUCK -> Optional.of(Notices.of(Event.STUCK, application, stuck(application)));
            case ACKNOWLEDGED -> application.command().map(command -> commanded(application, command));
            case OTHER -> Optional.empty();
        };
    }

    private static List<String> stuck(ApplicationFacts application) {
        String what = application
                .iteration()
                .map(number -> "what was decided at iteration " + number)
                .orElse("what was commanded");
        return List.of(what + " was given to the bot, but it does not run with it");
    }

    private static Notice commanded(ApplicationFacts application, CommandFacts command) {
        Event event = command.kind() == CommandFacts.Kind.ROLLBACK ? Event.ROLLBACK : Event.COMMAND;
        String until = command.expiresAtMs()
                .map(end -> " until " + Instant.ofEpochMilli(end))
                .orElse("");
        String said = command.actor() + ": " + command.word() + until + " (" + command.reason() + ")";
        return Notices.of(
                event,
                application,
                Stream.concat(Stream.of(said), application.changes().stream()).toList());
    }
}
