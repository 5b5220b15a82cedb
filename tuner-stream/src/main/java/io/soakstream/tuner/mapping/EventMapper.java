package io.soakstream.tuner.mapping;

import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.serde.RecordEncoder;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.RecordedOutcome;
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
    private static final RecordEncoder<IterationSummary> BODY = new RecordEncoder<>(IterationSummary.getClassSchema());
    private static final byte[] NO_HEADER = {};

    private EventMapper() {}

    public static RunEvent toDomain(SoakEvent event) {
        long time = event.getEventTimeMs();
        if (event.getIterationSummary() != null) {
            return iteration(time, event.getIterationSummary());
        }
        if (event.getRunStarted() != null) {
            return started(time, event.getRunStarted());
        }
        if (event.getRunEnded() != null) {
            return new RunEvent.Ended(time);
        }
        if (event.getTick() != null) {
            return new RunEvent.Tick(
                    time, event.getTick().getLastIteration(), event.getTick().getSequence());
        }
        if (event.getControlCommand() != null) {
            return new RunEvent.Control(time, event.getControlCommand().getId());
        }
        return new RunEvent.Unknown(time);
    }

    private static RunEvent.Started started(long time, RunStarted body) {
        Integer total = body.getTotalIterations();
        return new RunEvent.Started(
                time,
                mode(body),
                body.getTuning() == io.soakstream.schemas.contract.TuningMode.RECORDED
                        ? TuningMode.RECORDED
                        : TuningMode.OWN,
                total == null ? OptionalInt.empty() : OptionalInt.of(total),
                body.getPeriodMs(),
                body.getAutoTune(),
                body.getTimesSynthesised(),
                decimals(body.getStartOverrides()),
                Optional.ofNullable(body.getConfigurationDigest()));
    }

    private static RunMode mode(RunStarted body) {
        return switch (body.getMode()) {
            case SIMULATED -> RunMode.SIMULATED;
            case SHADOW -> RunMode.SHADOW;
            case RECORDED -> RunMode.RECORDED;
            case LIVE, UNKNOWN -> RunMode.LIVE;
        };
    }

    private static RunEvent.Iteration iteration(long time, IterationSummary body) {
        return new RunEvent.Iteration(
                time,
                new KpiPoint(body.getIteration(), kpis(body)),
                contentHash(body),
                decimals(body.getEffectiveOverrides()),
                Optional.ofNullable(body.getRecordedTuning()).map(EventMapper::recorded));
    }

    private static Map<Kpi, Double> kpis(IterationSummary body) {
        Map<Kpi, Double> values = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            Object value = body.get(kpi.field());
            if (value != null) {
                values.put(kpi, (Double) value);
            }
        }
        return values;
    }

    private static RecordedOutcome recorded(RecordedTuning tuning) {
        return new RecordedOutcome(tuning.getApplied(), !tuning.getProposed().isEmpty(), tuning.getSkipReasons());
    }

    private static Map<String, BigDecimal> decimals(List<ParameterValue> values) {
        Map<String, BigDecimal> decimals = new LinkedHashMap<>();
        values.forEach(value -> decimals.put(value.getName(), new BigDecimal(value.getValue())));
        return decimals;
    }

    /** First 8 bytes of the SHA-256 of the body: enough to tell a repetition from a conflict, not against an attacker. */
    static long contentHash(IterationSummary body) {
        return ByteBuffer.wrap(Sha256.digest(BODY.encode(NO_HEADER, body))).getLong();
    }
}
