package io.soakstream.tuner.mapping;

import io.soakstream.schemas.canonical.Sha256;
import io.soakstream.schemas.contract.IterationSummary;
import io.soakstream.schemas.contract.ParameterValue;
import io.soakstream.schemas.contract.RecordedTuning;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.RecordedOutcome;
import io.soakstream.tuner.domain.RunEvent;
import io.soakstream.tuner.domain.RunMode;
import io.soakstream.tuner.domain.TuningMode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** From the event on the topic to the event of the rules. Expects what {@link EventChecks} has let pass. */
public final class EventMapper {
    private static final SpecificDatumWriter<IterationSummary> BODY =
            new SpecificDatumWriter<>(IterationSummary.getClassSchema());

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
        ByteArrayOutputStream out = new ByteArrayOutputStream(256);
        try {
            BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            BODY.write(body, encoder);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory failed", impossible);
        }
        return ByteBuffer.wrap(Sha256.digest(out.toByteArray())).getLong();
    }
}
