package io.soakstream.tuner.domain;

import java.util.Optional;

/** Whether a command may reach the run at all: whoever may write events may not thereby command. */
final class CommandAdmission {
    private static final String UNAUTHORISED = "unauthorised_control";

    private CommandAdmission() {}

    /** Why not; empty: it may. */
    static Optional<Admission> objection(RunState.Live run, RunEvent.Control control) {
        String id = control.command().id();
        if (!control.origin().equals(run.facts().origin())) {
            return refused("command " + id + ": it names another origin than the run");
        }
        if (control.signatureFault().isPresent()) {
            return refused("command " + id + ": " + control.signatureFault().get());
        }
        Optional<CommandLog.Seen> seen = run.commands().find(id);
        if (seen.isPresent()) {
            return Optional.of(
                    seen.get().contentHash() == control.contentHash()
                            ? Admission.ignored("duplicate")
                            : Admission.refused(
                                    "conflicting_command", "command " + id + " came before, with other content"));
        }
        return run.commands().isTooOld(control.issuedAtMs())
                ? refused("command " + id + ": issued before commands that are long forgotten")
                : Optional.empty();
    }

    private static Optional<Admission> refused(String detail) {
        return Optional.of(Admission.refused(UNAUTHORISED, detail));
    }
}
