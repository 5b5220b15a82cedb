package io.soakstream.tuner.state;

import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.CommandedFreeze;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Planned;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.Switches;
import io.soakstream.tuner.domain.TuningMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.TreeSet;

/** The stored projection as the rules see it. Not for several threads. */
final class ProjectionMapper {
    private final ParameterCatalogue catalogue;
    private final RecentOverrides recent = new RecentOverrides();

    ProjectionMapper(ParameterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    Projection fromStore(TunerRunFacts stored) {
        return new Projection(
                recent.computeIfAbsent(stored.getStateHash(), hash -> overrides(stored.getOverrides())),
                stored.getStateHash(),
                stored.getVersion(),
                new Switches(
                        stored.getAutoTune(),
                        true,
                        new CommandedFreeze(stored.getTotalFreeze(), new TreeSet<>(stored.getCommandedSubsystems()))),
                optional(stored.getTotalIterations()),
                stored.getTuning().equals(TuningMode.RECORDED.name()),
                new EchoRules(stored.getEchoesIgnored(), stored.getOtherConfiguration(), stored.getConfirmWithin()),
                stored.getPlan().stream()
                        .map(step -> new Planned(step.getAfterIteration(), overrides(step.getValues())))
                        .toList(),
                new Confirmation(
                        Confirmation.State.valueOf(stored.getConfirmation()),
                        stored.getEchoing(),
                        stored.getWaited(),
                        optional(stored.getChangedBy()),
                        Optional.ofNullable(stored.getLastEcho())));
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private Overrides overrides(List<TunerOverride> stored) {
        Map<String, BigDecimal> values = new TreeMap<>();
        stored.forEach(entry -> values.put(entry.getName(), new BigDecimal(entry.getValue())));
        return Overrides.startingFrom(catalogue, values);
    }

    static List<TunerOverride> toStore(Map<String, BigDecimal> values) {
        return values.entrySet().stream()
                .map(entry -> new TunerOverride(entry.getKey(), Decimals.plain(entry.getValue())))
                .toList();
    }

    static List<TunerPlanned> plan(Projection projection) {
        return projection.plan().stream()
                .map(step -> new TunerPlanned(
                        step.afterIteration(), toStore(step.values().values())))
                .toList();
    }
}
