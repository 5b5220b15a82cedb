package io.soakstream.gate.state;

import io.soakstream.gate.domain.proof.Awaited;
import io.soakstream.gate.domain.proof.Ledger;
import io.soakstream.schemas.canonical.Decimals;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.CommandedFreeze;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Planned;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.Switches;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.TreeSet;

/** Between the run's ledger in the rules and its bytes in the store. One for each task: not for several threads. */
public final class LedgerMapper {
    private final ParameterCatalogue catalogue;
    private final RecentOverrides recent = new RecentOverrides();

    public LedgerMapper(ParameterCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    public GateOverrides toStore(Ledger ledger) {
        return new GateOverrides(
                ledger.projection().map(LedgerMapper::projection).orElse(null),
                ledger.lastSequence(),
                ledger.lastIteration(),
                ledger.missing().isPresent() ? ledger.missing().getAsLong() : null,
                ledger.awaited()
                        .map(awaited -> new GateAwaited(
                                awaited.id(),
                                nullable(awaited.iteration()),
                                awaited.commandId().orElse(null)))
                        .orElse(null));
    }

    private static GateProjection projection(Projection projection) {
        Confirmation confirmation = projection.confirmation();
        return new GateProjection(
                projection.stateHash(),
                values(projection.overrides()),
                projection.version(),
                projection.autoTune(),
                projection.switches().freeze().total(),
                List.copyOf(projection.switches().freeze().subsystems()),
                nullable(projection.totalIterations()),
                projection.judgeMode(),
                projection.echoes().ignored(),
                projection.echoes().otherConfiguration(),
                projection.echoes().confirmWithin(),
                confirmation.state().name(),
                confirmation.echoing(),
                confirmation.waited(),
                nullable(confirmation.changedBy()),
                confirmation.lastEcho().orElse(null),
                projection.plan().stream()
                        .map(step -> new GatePlanned(step.afterIteration(), values(step.values())))
                        .toList());
    }

    public Ledger fromStore(GateOverrides stored) {
        return new Ledger(
                Optional.ofNullable(stored.getProjection()).map(this::projection),
                stored.getLastSequence(),
                stored.getLastIteration(),
                stored.getMissing() == null ? OptionalLong.empty() : OptionalLong.of(stored.getMissing()),
                Optional.ofNullable(stored.getAwaited())
                        .map(awaited -> new Awaited(
                                awaited.getId(),
                                optional(awaited.getIteration()),
                                Optional.ofNullable(awaited.getCommandId()))));
    }

    /** Hash of the values that the store has given back, computed anew; empty: it has given none. */
    public Optional<String> hashOf(GateOverrides stored) {
        return Optional.ofNullable(stored)
                .map(GateOverrides::getProjection)
                .map(projection -> overrides(projection.getOverrides()).stateHash());
    }

    private Projection projection(GateProjection stored) {
        Overrides known = recent.get(stored.getStateHash());
        Overrides overrides = known == null ? overrides(stored.getOverrides()) : known;
        // Not the stored one: what no longer belongs to it must not pass for it.
        String hash = known == null ? overrides.stateHash() : stored.getStateHash();
        recent.put(hash, overrides);
        return new Projection(
                overrides,
                hash,
                stored.getVersion(),
                new Switches(
                        stored.getAutoTune(),
                        true,
                        new CommandedFreeze(stored.getTotalFreeze(), new TreeSet<>(stored.getCommandedSubsystems()))),
                optional(stored.getTotalIterations()),
                stored.getJudgeMode(),
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

    private Overrides overrides(List<GateOverride> stored) {
        Map<String, BigDecimal> values = new TreeMap<>();
        stored.forEach(entry -> values.put(entry.getName(), new BigDecimal(entry.getValue())));
        return Overrides.startingFrom(catalogue, values);
    }

    private static List<GateOverride> values(Overrides overrides) {
        return overrides.values().entrySet().stream()
                .map(entry -> new GateOverride(entry.getKey(), Decimals.plain(entry.getValue())))
                .toList();
    }

    private static Integer nullable(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }
}
