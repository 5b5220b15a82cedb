package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.InvalidParameterException;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.Parameter;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Planned;
import io.soakstream.schemas.projection.Projection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/** The state of a run before its first event, declared or implied. */
final class RunBeginning {
    private static final long DEFAULT_PERIOD_MS = 300_000;

    private final TuningLimits limits;
    private final ParameterCatalogue catalogue;

    RunBeginning(TuningLimits limits, ParameterCatalogue catalogue) {
        this.limits = limits;
        this.catalogue = catalogue;
    }

    RunState of(RunEvent first) {
        return first instanceof RunEvent.Started started ? declared(started) : implied((RunEvent.Iteration) first);
    }

    private RunState declared(RunEvent.Started started) {
        RunState.Facts facts = new RunState.Facts(
                started.mode(),
                started.tuning(),
                started.periodMs(),
                started.timesSynthesised(),
                started.origin(),
                started.configurationDigest());
        Projection projection = Projection.start(
                Overrides.startingFrom(catalogue, started.startOverrides()),
                started.autoTune(),
                started.totalIterations(),
                started.tuning() == TuningMode.RECORDED,
                echoes(started),
                plan(started));
        return RunState.started(facts, projection, started.eventTimeMs(), limits.windowLength());
    }

    private EchoRules echoes(RunEvent.Started started) {
        boolean ignored = started.tuning() == TuningMode.RECORDED
                || started.mode() == RunMode.RECORDED
                || started.mode() == RunMode.SHADOW;
        boolean other = started.decidedBy()
                .filter(digest -> !digest.equals(limits.digest()))
                .isPresent();
        return new EchoRules(ignored, other, started.confirmWithin().orElse(limits.confirmWithinIterations()));
    }

    private List<Planned> plan(RunEvent.Started started) {
        return started.plan().stream()
                .map(step -> new Planned(step.afterIteration(), Overrides.startingFrom(catalogue, step.values())))
                .toList();
    }

    private RunState implied(RunEvent.Iteration iteration) {
        RunState.Facts facts = new RunState.Facts(
                RunMode.LIVE, TuningMode.OWN, DEFAULT_PERIOD_MS, false, iteration.origin(), Optional.empty());
        Projection projection = Projection.start(
                impliedValues(iteration),
                true,
                OptionalInt.empty(),
                false,
                new EchoRules(false, false, limits.confirmWithinIterations()),
                List.of());
        return RunState.started(facts, projection, iteration.eventTimeMs(), limits.windowLength());
    }

    /** A bot that says completely and legally what it runs with starts from that; any other from the catalogue. */
    private Overrides impliedValues(RunEvent.Iteration iteration) {
        try {
            Overrides said = Overrides.startingFrom(catalogue, iteration.effectiveOverrides());
            Set<String> named = iteration.effectiveOverrides().keySet().stream()
                    .map(name -> catalogue.get(name).name())
                    .collect(Collectors.toSet());
            boolean complete =
                    catalogue.tunables().stream().map(Parameter::name).allMatch(named::contains);
            return complete ? said : Overrides.start(catalogue);
        } catch (InvalidParameterException illegal) {
            return Overrides.start(catalogue);
        }
    }
}
