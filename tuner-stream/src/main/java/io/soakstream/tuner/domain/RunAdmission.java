package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Echo;
import java.util.Optional;

/** The first step: whether an event counts, and the run with it counted. */
public final class RunAdmission {
    private final AdmissionPolicy policy;
    private final RunBeginning beginning;
    private final int remembered;
    private final boolean tuningAllowed;

    public RunAdmission(TuningLimits limits, ParameterCatalogue catalogue) {
        this.policy = new AdmissionPolicy(limits, catalogue);
        this.beginning = new RunBeginning(limits, catalogue);
        this.remembered = limits.admission().rememberedIterations();
        this.tuningAllowed = limits.autoTune();
    }

    /**
     * The answer to one event.
     *
     * @param accepted empty unless the event counts
     */
    public record Answer(Admission admission, Optional<Accepted> accepted) {}

    /** @param state empty: the run is not known yet */
    public Answer admit(Optional<RunState> state, RunEvent event) {
        Admission admission = policy.judge(state, event);
        if (!admission.isAccepted()) {
            return new Answer(admission, Optional.empty());
        }
        RunState known = state.orElseGet(() -> beginning.of(event));
        RunState.Live live = known.running();
        RunState before = known.with(live.with(live.projection().under(tuningAllowed)));
        RunState after = counted(before.at(eventTimeMs(before, event)), event);
        boolean implicit = state.isEmpty() && event instanceof RunEvent.Iteration;
        return new Answer(
                admission,
                Optional.of(new Accepted(event, after, before.running().projection(), implicit)));
    }

    /** A tick is not a sign of life, and what an unknown kind means by its time is unknown too: they move none. */
    private static long eventTimeMs(RunState before, RunEvent event) {
        return event instanceof RunEvent.Unknown || event instanceof RunEvent.Tick
                ? before.lastEventTimeMs()
                : event.eventTimeMs();
    }

    private RunState counted(RunState run, RunEvent event) {
        RunState.Live live = run.running();
        if (event instanceof RunEvent.Iteration iteration) {
            RunState next = run.with(iteration, remembered);
            return next.with(next.running().with(live.projection().heard(iteration.echo())));
        }
        if (event instanceof RunEvent.Tick tick) {
            return run.with(live.ticked(tick.sequence()));
        }
        if (event instanceof RunEvent.Control control) {
            return run.with(live.with(live.commands().with(control)));
        }
        if (event instanceof RunEvent.Ended ended && !ended.lastEcho().equals(Echo.silent())) {
            return run.with(live.with(live.projection().heardLast(ended.lastEcho())));
        }
        return run;
    }
}
