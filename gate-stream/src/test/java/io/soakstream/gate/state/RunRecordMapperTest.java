package io.soakstream.gate.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.IterationFacts;
import io.soakstream.gate.domain.Metric;
import io.soakstream.gate.domain.RecentIterations;
import io.soakstream.gate.domain.RunRecord;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.gate.domain.VerdictLevel;
import io.soakstream.gate.domain.Worst;
import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.support.StateGolden;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class RunRecordMapperTest {
    private final Serde<GateRunState> serde = GateStores.runRecordSerde();

    @Test
    void shouldReadBackWhatItWrote() {
        // When
        RunRecord back = RunRecordMapper.fromStore(serde.deserializer().deserialize("store", encoded()));

        // Then
        assertThat(back).isEqualTo(record());
    }

    @Test
    void shouldReadWhatVersion010Wrote() {
        // Given
        byte[] bytes = StateGolden.released("gate-0.1.0", encoded());

        // When
        RunRecord read = RunRecordMapper.fromStore(serde.deserializer().deserialize("store", bytes));

        // Then
        assertThat(read).isEqualTo(released());
    }

    private byte[] encoded() {
        return serde.serializer().serialize("store", RunRecordMapper.toStore(record()));
    }

    private static RunRecord record() {
        return new RunRecord(
                new RecentIterations(
                        8,
                        List.of(
                                new IterationFacts(3, latencyAndRisk(), Optional.of("h"), List.of(), true),
                                new IterationFacts(4, all(), Optional.empty(), List.of("velocity"), false))),
                Map.of(Metric.ELAPSED_MS, 3_600_000.0, Metric.HIT_RATIO, 0.7),
                Optional.of(new BigDecimal("72")),
                tally(1),
                chains(new Worst(VerdictLevel.FAIL, 3)),
                true);
    }

    /** What the file holds: fewer KPIs, no capacity, no worst. */
    private static RunRecord released() {
        return new RunRecord(
                new RecentIterations(
                        2,
                        List.of(
                                new IterationFacts(3, latencyAndRisk(), Optional.of("h"), List.of(), false),
                                new IterationFacts(
                                        4,
                                        Map.of(Kpi.RISK_RATIO, 0.5, Kpi.MAKER_TAKER_RATIO, 0.65),
                                        Optional.empty(),
                                        List.of("velocity"),
                                        false))),
                Map.of(),
                Optional.empty(),
                tally(0),
                chains(new Worst(VerdictLevel.FAIL, 4)),
                false);
    }

    private static Map<Kpi, Double> latencyAndRisk() {
        return Map.of(Kpi.P95_LATENCY_MS, 310.0, Kpi.RISK_RATIO, 0.68);
    }

    private static Map<Kpi, Double> all() {
        Map<Kpi, Double> kpis = new EnumMap<>(Kpi.class);
        for (Kpi kpi : Kpi.values()) {
            kpis.put(kpi, kpi.ordinal() + 0.5);
        }
        return kpis;
    }

    private static SortedMap<String, RunRecord.ChainHead> chains(Worst worst) {
        return new TreeMap<>(Map.of("release", new RunRecord.ChainHead(4, VerdictLevel.FAIL, "d", worst)));
    }

    private static TuningTally tally(long unknownNames) {
        return new TuningTally(
                new TreeMap<>(Map.of("applied", 2L, "skipped", 1L, "skipped:velocity", 1L)),
                List.of(1, 3),
                new TreeSet<>(Set.of("tail_age_ms")),
                new TuningTally.DeltaQuality(3, 2, 1, 0, 0, 0),
                unknownNames);
    }
}
