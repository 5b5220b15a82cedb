package io.soakstream.tuner.domain;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.tuner.config.TunerConfig;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * An arbitrary run, to be played: its start values, then iterations and commands with gaps in their numbers and any
 * steps of time.
 *
 * @param start flat name to value
 */
public record RunScript(Map<String, BigDecimal> start, List<Step> steps) {

    /**
     * One event.
     *
     * @param numberStep by how much the iteration's number goes up
     * @param timeStepMs by how much its time does (ms); below 0: it goes back
     * @param command comes in the iteration's place
     */
    public record Step(int numberStep, long timeStepMs, Map<Kpi, Double> kpis, Optional<Command.Action> command) {}

    /** An accepted event and what was decided of it. */
    public record Played(RunEvent event, Decision decision) {
        boolean isIteration() {
            return event instanceof RunEvent.Iteration;
        }
    }

    public List<RunEvent> events() {
        List<RunEvent> events = new ArrayList<>();
        events.add(RunEvents.started(start));
        int number = 0;
        long timeMs = RunEvents.START_MS;
        for (Step step : steps) {
            timeMs += step.timeStepMs();
            number += step.command().isPresent() ? 0 : step.numberStep();
            events.add(
                    step.command().isPresent()
                            ? command(events.size(), step, timeMs)
                            : iteration(number, step, timeMs));
        }
        return events;
    }

    /** Every event of a script counts. */
    public List<Played> play() {
        DomainRun run = new DomainRun(TunerConfig.defaults());
        return events().stream()
                .map(event -> new Played(event, run.decide(event)))
                .toList();
    }

    public List<Played> playIterations() {
        return play().stream().filter(Played::isIteration).toList();
    }

    private static RunEvent.Iteration iteration(int number, Step step, long timeMs) {
        return new RunEvent.Iteration(
                timeMs,
                Optional.empty(),
                new KpiPoint(number, step.kpis()),
                number,
                Map.of(),
                Echo.silent(),
                Optional.empty());
    }

    private RunEvent.Control command(int id, Step step, long timeMs) {
        Command.Action action = step.command().orElseThrow();
        boolean values = action == Command.Action.REBASE;
        Command command = new Command(
                "c" + id,
                action,
                values
                        ? Overrides.startingFrom(ParameterCatalogue.standard(), start)
                                .values()
                        : Map.of(),
                action == Command.Action.FREEZE && id % 2 == 0 ? Set.of("rebid") : Set.of(),
                OptionalInt.empty(),
                Optional.empty());
        return new RunEvent.Control(timeMs, Optional.empty(), command, timeMs, id, Optional.empty());
    }
}
