package io.soakstream.tuner.mapping;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.TuningMode;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.tuner.domain.Decision;
import io.soakstream.tuner.domain.RunState;
import java.util.List;

/** The start of a run as it took effect: declared or implied, with what this tuner's configuration added. */
final class StartMapper {
    private StartMapper() {}

    /** Null unless the event started the run. The gate begins its projection from this, and needs no configuration. */
    static RunStarted effective(SoakEvent event, Decision decision) {
        if (decision.accepted().implicitStart()) {
            return implied(decision.run().running().facts(), decision.accepted().before());
        }
        RunStarted declared = event.getRunStarted();
        if (declared == null) {
            return null;
        }
        Projection projection = decision.accepted().before();
        return RunStarted.newBuilder(declared)
                .setAutoTune(projection.autoTune())
                .setConfirmWithinIterations(projection.echoes().confirmWithin())
                .setDecidedBy(projection.echoes().otherConfiguration() ? declared.getDecidedBy() : null)
                .build();
    }

    private static RunStarted implied(RunState.Facts facts, Projection projection) {
        List<ParameterValue> values = projection.overrides().values().entrySet().stream()
                .map(entry -> new ParameterValue(entry.getKey(), Decimals.plain(entry.getValue())))
                .toList();
        return RunStarted.newBuilder()
                .setPeriodMs(facts.periodMs())
                .setMode(RunMode.valueOf(facts.mode().name()))
                .setTuning(TuningMode.valueOf(facts.tuning().name()))
                .setStartOverrides(values)
                .setAutoTune(projection.autoTune())
                .setConfirmWithinIterations(projection.echoes().confirmWithin())
                .build();
    }
}
