package io.soakstream.tuner.mapping;

import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.command.CommandVerifier;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.RunEnded;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.projection.Echo;
import io.soakstream.schemas.projection.RecordedOutcome;
import io.soakstream.schemas.serde.RecordEncoder;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.RunEvent;
import io.soakstream.tuner.domain.RunMode;
import io.soakstream.tuner.domain.TuningMode;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** From the event on the topic to the event of the rules. Expects what {@link EventChecks} has let pass. */
public final class EventMapper {
    private static final byte[] NO_HEADER = {};

    private final RecordEncoder<IterationSummary> body = new RecordEncoder<>(IterationSummary.getClassSchema());
    private final CommandMapper commands;

    /** @param verifier says who may command */
    public EventMapper(CommandVerifier verifier) {
        this.commands = new CommandMapper(verifier);
    }

    public RunEvent toDomain(SoakEvent event) {
        long time = event.getEventTimeMs();
        if (event.getIterationSummary() != null) {
            return iteration(event, event.getIterationSummary());
        }
        if (event.getRunStarted() != null) {
            return started(event, event.getRunStarted());
        }
        if (event.getRunEnded() != null) {
            return ended(time, event.getRunEnded());
        }
        if (event.getTick() != null) {
            return new RunEvent.Tick(
                    time, event.getTick().getLastIteration(), event.getTick().getSequence());
        }
        if (event.getControlCommand() != null) {
            return commands.toDomain(event);
        }
        return new RunEvent.Unknown(time);
    }

    private static RunEvent.Started started(SoakEvent event, RunStarted body) {
        return new RunEvent.Started(
                event.getEventTimeMs(),
                Optional.ofNullable(event.getOrigin()),
                mode(body),
                body.getTuning() == io.soakstream.schemas.contract.TuningMode.RECORDED
                        ? TuningMode.RECORDED
                        : TuningMode.OWN,
                optional(body.getTotalIterations()),
                body.getPeriodMs(),
                body.getAutoTune(),
                body.getTimesSynthesised(),
                decimals(body.getStartOverrides()),
                body.getSchedule().stream()
                        .map(step -> new RunEvent.PlannedValues(step.getAfterIteration(), decimals(step.getValues())))
                        .toList(),
                Optional.ofNullable(body.getConfigurationDigest()),
                Optional.ofNullable(body.getDecidedBy()),
                optional(body.getConfirmWithinIterations()));
    }

    private static RunMode mode(RunStarted body) {
        return switch (body.getMode()) {
            case SIMULATED -> RunMode.SIMULATED;
            case SHADOW -> RunMode.SHADOW;
            case RECORDED -> RunMode.RECORDED;
            case LIVE, UNKNOWN -> RunMode.LIVE;
        };
    }

    private RunEvent.Iteration iteration(SoakEvent event, IterationSummary summary) {
        return new RunEvent.Iteration(
                event.getEventTimeMs(),
                Optional.ofNullable(event.getOrigin()),
                new KpiPoint(summary.getIteration(), kpis(summary)),
                contentHash(summary),
                decimals(summary.getEffectiveOverrides()),
                new Echo(Optional.ofNullable(summary.getOverridesHash()), summary.getMixed()),
                Optional.ofNullable(summary.getRecordedTuning()).map(EventMapper::recorded));
    }

    private static Map<Kpi, Double> kpis(IterationSummary summary) {
        Map<Kpi, Double> values = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            Object value = summary.get(kpi.field());
            if (value != null) {
                values.put(kpi, (Double) value);
            }
        }
        return values;
    }

    private static RecordedOutcome recorded(RecordedTuning tuning) {
        return new RecordedOutcome(tuning.getApplied(), !tuning.getProposed().isEmpty(), tuning.getSkipReasons());
    }

    private static RunEvent.Ended ended(long time, RunEnded body) {
        return new RunEvent.Ended(
                time,
                new Echo(Optional.ofNullable(body.getOverridesHash()), false),
                optional(body.getAfterIteration()));
    }

    static Map<String, BigDecimal> decimals(List<ParameterValue> values) {
        Map<String, BigDecimal> decimals = new LinkedHashMap<>();
        values.forEach(value -> decimals.put(value.getName(), new BigDecimal(value.getValue())));
        return decimals;
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    /** First 8 bytes of the SHA-256 of the body: enough to tell a repetition from a conflict, not against an attacker. */
    private long contentHash(IterationSummary summary) {
        return ByteBuffer.wrap(Sha256.digest(body.encode(NO_HEADER, summary))).getLong();
    }
}
