package io.soakstream.tuner.domain;

import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.Command;
import io.soakstream.tuner.config.TunerConfig;
import io.soakstream.tuner.domain.guard.GuardMemory;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run moved through the four steps, as the topology does it. */
public final class DomainRun {
    private final RunAdmission admission;
    private final DeltaProposing proposing;
    private final DeltaGuarding guarding;
    private final OutcomeDeciding deciding;

    private Optional<RunState> state = Optional.empty();
    private Optional<GuardMemory> guards = Optional.empty();

    public DomainRun(TunerConfig config) {
        this(config.limits());
    }

    public DomainRun(TuningLimits limits) {
        ParameterCatalogue catalogue = ParameterCatalogue.standard();
        this.admission = new RunAdmission(limits, catalogue);
        this.proposing = new DeltaProposing(limits.rules(), catalogue);
        this.guarding = new DeltaGuarding(limits.guards(), catalogue);
        this.deciding = new OutcomeDeciding(limits, catalogue);
    }

    public record Answer(Admission admission, Optional<Decision> decision) {}

    public Answer send(RunEvent event) {
        RunAdmission.Answer answer = admission.admit(state, event);
        if (answer.accepted().isEmpty()) {
            return new Answer(answer.admission(), Optional.empty());
        }
        OutcomeDeciding.Decided decided = deciding.decide(
                guarding.check(guards, proposing.propose(answer.accepted().get())));
        state = Optional.of(decided.run());
        guards = decided.guards();
        return new Answer(answer.admission(), Optional.of(decided.decision()));
    }

    /** The decision about an event that counts. */
    public Decision decide(RunEvent event) {
        return send(event).decision().orElseThrow();
    }

    /** The decision about an iteration at which AGGRESSIVE wants to move. */
    Decision risky(int number) {
        return decide(RunEvents.iteration(number, RunEvents.risky()));
    }

    /** The decision about a command without values. */
    Decision command(String id, Command.Action action, String... subsystems) {
        return decide(RunEvents.command(id, action, Map.of(), Set.of(subsystems)));
    }

    public Optional<RunState> state() {
        return state;
    }

    public Optional<GuardMemory> guards() {
        return guards;
    }
}
