package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.OutcomeReason;
import java.time.Instant;
import java.util.Optional;

/** Decides which events of a run count. A pure function of the run's events so far. */
public final class AdmissionPolicy {
    private final AdmissionLimits limits;
    private final StartRules starts;

    public AdmissionPolicy(TuningLimits limits, ParameterCatalogue catalogue) {
        this.limits = limits.admission();
        this.starts = new StartRules(limits, catalogue);
    }

    /** Judges an event against the run's state; empty: the run is not known yet. */
    public Admission judge(Optional<RunState> state, RunEvent event) {
        boolean running = state.filter(run -> !run.ended()).isPresent();
        if (event instanceof RunEvent.Unknown) {
            // Only newer programs know what it is: never a dead letter.
            return running ? Admission.accepted() : Admission.ignored(OutcomeReason.UNKNOWN_KIND);
        }
        if (state.isPresent() && !running) {
            return judgeAfterEnd(event);
        }
        Optional<Admission> otherwise =
                state.flatMap(run -> starts.pinnedOtherwise(run.running().facts()));
        if (otherwise.isPresent()) {
            return otherwise.get();
        }
        if (event instanceof RunEvent.Started started) {
            return judgeStart(state, started);
        }
        if (event instanceof RunEvent.Iteration iteration) {
            return judgeIteration(state, iteration);
        }
        if (event instanceof RunEvent.Tick tick) {
            return judgeTick(state, tick);
        }
        return state.map(run -> judgeOther(run, event))
                .orElseGet(() -> Admission.refused("unknown_run", "no start and no iteration of this run was seen"));
    }

    private Admission judgeOther(RunState running, RunEvent event) {
        if (event instanceof RunEvent.Control control) {
            Optional<Admission> objection = CommandAdmission.objection(running.running(), control);
            return objection.orElseGet(() -> judgeTime(running, event));
        }
        if (event instanceof RunEvent.Ended ended
                && ended.expiredAfter().isPresent()
                && ended.expiredAfter().getAsInt() != running.lastIteration()) {
            return Admission.ignored("overtaken_end");
        }
        return judgeTime(running, event);
    }

    private static Admission judgeAfterEnd(RunEvent event) {
        if (event instanceof RunEvent.Ended) {
            return Admission.ignored("duplicate");
        }
        return event instanceof RunEvent.Tick
                ? Admission.ignored("overtaken_tick")
                : Admission.refused("run_ended", "the run has ended");
    }

    private Admission judgeStart(Optional<RunState> state, RunEvent.Started started) {
        if (state.isPresent()) {
            return Admission.refused("run_already_started", "the run has started already");
        }
        Admission declared = starts.judge(started);
        return declared.isAccepted() ? judgeFirstTime(started) : declared;
    }

    private Admission judgeIteration(Optional<RunState> state, RunEvent.Iteration iteration) {
        return state.filter(RunState::hasIterations)
                .map(running -> judgeNext(running, iteration))
                .orElseGet(() -> judgeFirst(state, iteration));
    }

    private Admission judgeFirst(Optional<RunState> state, RunEvent.Iteration iteration) {
        int number = iteration.point().iteration();
        if (number > limits.maxFirstIteration()) {
            return implausible("first iteration " + number + " is above " + limits.maxFirstIteration());
        }
        return state.map(running -> judgeTime(running, iteration)).orElseGet(() -> judgeFirstTime(iteration));
    }

    private Admission judgeNext(RunState running, RunEvent.Iteration iteration) {
        int number = iteration.point().iteration();
        Optional<RunState.Seen> seen = running.seen(number);
        if (seen.isPresent()) {
            return seen.get().contentHash() == iteration.contentHash()
                    ? Admission.ignored("duplicate")
                    : Admission.refused(
                            "conflicting_iteration", "iteration " + number + " came before, with other content");
        }
        if (number < running.lastIteration()) {
            return Admission.refused(
                    "late_iteration", "iteration " + number + " came after " + running.lastIteration());
        }
        if ((long) number - running.lastIteration() > limits.maxIterationJump()) {
            return implausible("iteration " + number + " after " + running.lastIteration());
        }
        return judgeTime(running, iteration);
    }

    private Admission judgeTick(Optional<RunState> state, RunEvent.Tick tick) {
        return state.filter(running -> running.lastIteration() == tick.lastIteration())
                .filter(running -> running.running().ticks() < tick.sequence())
                .map(running -> judgeTime(running, tick))
                .orElseGet(() -> Admission.ignored("overtaken_tick"));
    }

    private Admission judgeTime(RunState running, RunEvent event) {
        long allowed = running.lastEventTimeMs() + limits.maxTimeJumpMs();
        if (event.eventTimeMs() > allowed) {
            return implausible("event time " + Instant.ofEpochMilli(event.eventTimeMs()) + " after "
                    + Instant.ofEpochMilli(running.lastEventTimeMs()));
        }
        return Admission.accepted();
    }

    private Admission judgeFirstTime(RunEvent event) {
        long time = event.eventTimeMs();
        if (time < limits.earliestMs() || time >= limits.latestMs()) {
            return implausible("event time " + time + " ms is not between " + Instant.ofEpochMilli(limits.earliestMs())
                    + " and " + Instant.ofEpochMilli(limits.latestMs()));
        }
        return Admission.accepted();
    }

    private static Admission implausible(String detail) {
        return Admission.refused("implausible_jump", detail);
    }
}
