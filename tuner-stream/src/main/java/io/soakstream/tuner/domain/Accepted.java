package io.soakstream.tuner.domain;

import io.soakstream.schemas.projection.Projection;
import java.util.Optional;

/**
 * An event that counts, on its way to a decision.
 *
 * @param run the run with the event counted: time, window, echo
 * @param before the projection before the event; what its bot was meant to run with
 * @param implicitStart the event is an iteration that started a run without a declaration
 */
public record Accepted(RunEvent event, RunState run, Projection before, boolean implicitStart) {

    /** The event as an iteration, if it is one. */
    public Optional<RunEvent.Iteration> iteration() {
        return event instanceof RunEvent.Iteration iteration ? Optional.of(iteration) : Optional.empty();
    }

    /** Whether a recording says what became of the iteration, and so our rules have no say. */
    public boolean judgedByRecording() {
        return run.running().facts().tuning() == TuningMode.RECORDED;
    }
}
