package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Moves a run from event to event: {@code (state, event) -> (state', decision)}. */
public final class RunAdvance {
    private static final long DEFAULT_PERIOD_MS = 300_000;

    private final AdmissionPolicy admission;
    private final ParameterCatalogue catalogue;
    private final int windowLength;
    private final int remembered;

    public RunAdvance(AdmissionPolicy admission, ParameterCatalogue catalogue, int windowLength, int remembered) {
        this.admission = admission;
        this.catalogue = catalogue;
        this.windowLength = windowLength;
        this.remembered = remembered;
    }

    /**
     * The result of one event.
     *
     * @param next state to keep; empty: unchanged
     * @param decision empty unless the event was accepted
     */
    public record Step(Admission admission, Optional<RunState> next, Optional<Decision> decision) {}

    public Step advance(Optional<RunState> state, RunEvent event) {
        Admission answer = admission.judge(state, event);
        if (!answer.isAccepted()) {
            return new Step(answer, Optional.empty(), Optional.empty());
        }
        RunState before = state.orElseGet(() -> begin(event)).at(eventTimeMs(state, event));
        RunState after = event instanceof RunEvent.Iteration iteration ? before.with(iteration, remembered) : before;
        Decision decision = decide(after, event, state.isEmpty());
        return new Step(
                answer, Optional.of(event instanceof RunEvent.Ended ? after.closed() : after), Optional.of(decision));
    }

    /** What an unknown kind means by its time is unknown too: it moves none. */
    private static long eventTimeMs(Optional<RunState> state, RunEvent event) {
        return event instanceof RunEvent.Unknown
                ? state.map(RunState::lastEventTimeMs).orElseThrow()
                : event.eventTimeMs();
    }

    private RunState begin(RunEvent event) {
        if (event instanceof RunEvent.Started started) {
            Overrides overrides = Overrides.startingFrom(catalogue, started.startOverrides());
            return RunState.started(facts(started, overrides), event.eventTimeMs(), windowLength);
        }
        Overrides overrides = implicitStart((RunEvent.Iteration) event);
        RunState.Facts facts = new RunState.Facts(
                RunMode.LIVE,
                TuningMode.OWN,
                OptionalInt.empty(),
                DEFAULT_PERIOD_MS,
                true,
                false,
                overrides,
                overrides.stateHash());
        return RunState.started(facts, event.eventTimeMs(), windowLength);
    }

    private static RunState.Facts facts(RunEvent.Started started, Overrides overrides) {
        return new RunState.Facts(
                started.mode(),
                started.tuning(),
                started.totalIterations(),
                started.periodMs(),
                started.autoTune(),
                started.timesSynthesised(),
                overrides,
                overrides.stateHash());
    }

    /** A bot that says completely and legally what it runs with starts from that; any other from the catalogue. */
    private Overrides implicitStart(RunEvent.Iteration iteration) {
        Map<String, BigDecimal> effective = iteration.effectiveOverrides();
        boolean usable = catalogue.tunables().stream().allMatch(tunable -> effective.containsKey(tunable.name()))
                && effective.entrySet().stream().allMatch(this::legal);
        return usable ? Overrides.startingFrom(catalogue, effective) : Overrides.start(catalogue);
    }

    private boolean legal(Map.Entry<String, BigDecimal> entry) {
        return catalogue
                .find(entry.getKey())
                .filter(parameter -> entry.getValue().compareTo(parameter.min()) >= 0)
                .filter(parameter -> entry.getValue().compareTo(parameter.max()) <= 0)
                .isPresent();
    }

    private static Decision decide(RunState run, RunEvent event, boolean first) {
        RunState.Facts facts = run.facts().orElseThrow();
        boolean implicit = first && event instanceof RunEvent.Iteration;
        if (event instanceof RunEvent.Iteration iteration
                && facts.tuning() == TuningMode.RECORDED
                && iteration.recorded().isPresent()) {
            RecordedOutcome recorded = iteration.recorded().get();
            return new Decision(
                    run, implicit, recorded.outcome(), recorded.reason(), facts.stateHash(), facts.stateHash());
        }
        String reason = event instanceof RunEvent.Unknown ? Outcome.UNKNOWN_KIND : Outcome.NO_CHANGE;
        return new Decision(run, implicit, Outcome.NO_OP, Optional.of(reason), facts.stateHash(), facts.stateHash());
    }
}
