package io.soakstream.tuner.domain;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.tuner.domain.guard.GuardInput;
import io.soakstream.tuner.domain.guard.GuardMemory;
import io.soakstream.tuner.domain.guard.GuardTable;
import io.soakstream.tuner.domain.guard.Guarded;
import java.math.BigDecimal;
import java.util.Optional;

/** The third step: what of a proposal may pass. */
public final class DeltaGuarding {
    private final GuardTable guards;
    private final ParameterCatalogue catalogue;

    public DeltaGuarding(GuardTable guards, ParameterCatalogue catalogue) {
        this.guards = guards;
        this.catalogue = catalogue;
    }

    /**
     * A proposal with the guards' answer.
     *
     * @param memory with this iteration's samples, its outcome not yet known
     */
    public record Checked(DeltaProposing.Proposed proposed, Guarded guarded, GuardMemory memory) {}

    /** @param memory empty: the run has just begun */
    public Checked check(Optional<GuardMemory> memory, DeltaProposing.Proposed proposed) {
        Accepted accepted = proposed.accepted();
        GuardMemory before = memory.orElseGet(() -> GuardMemory.initial(
                accepted.run().lastEventTimeMs(), accepted.before().stateHash()));
        if (accepted.iteration().isEmpty() || accepted.judgedByRecording()) {
            return new Checked(proposed, Guarded.nothing(), before);
        }
        GuardTable.Checked checked =
                guards.check(before, input(accepted), proposed.proposal().byParameter(), catalogue);
        return new Checked(proposed, checked.guarded(), checked.memory());
    }

    /** What the guards look at in an accepted iteration. */
    static GuardInput input(Accepted accepted) {
        KpiPoint point = accepted.iteration().orElseThrow().point();
        boolean steadyState = !accepted.before().planned();
        return new GuardInput(
                accepted.run().iterationsTotal(),
                accepted.run().lastEventTimeMs(),
                accepted.run().running().facts().periodMs(),
                accepted.before().overrides(),
                accepted.before().switches().freeze(),
                decimal(point, Kpi.RISK_RATIO).filter(risk -> steadyState),
                decimal(point, Kpi.NET_BPS).filter(net -> steadyState),
                decimal(point, Kpi.P95_LATENCY_MS));
    }

    private static Optional<BigDecimal> decimal(KpiPoint point, Kpi kpi) {
        return point.value(kpi).map(Decimals::shortest);
    }
}
