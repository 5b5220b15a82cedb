package io.soakstream.gate.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.IterationFacts;
import io.soakstream.gate.domain.RunRecord;
import io.soakstream.gate.domain.TuningTally;
import io.soakstream.gate.domain.VerdictLevel;
import io.soakstream.schemas.support.StateGolden;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
        byte[] released = StateGolden.released("gate-0.1.0", encoded());

        // When
        RunRecord read = RunRecordMapper.fromStore(serde.deserializer().deserialize("store", released));

        // Then
        assertThat(read).isEqualTo(record());
    }

    private byte[] encoded() {
        return serde.serializer().serialize("store", RunRecordMapper.toStore(record()));
    }

    private static RunRecord record() {
        TuningTally tally = new TuningTally(
                new TreeMap<>(Map.of("applied", 2L, "skipped", 1L, "skipped:velocity", 1L)),
                List.of(1, 3),
                new TreeSet<>(Set.of("tail_age_ms")),
                new TuningTally.DeltaQuality(3, 2, 1, 0, 0, 0));
        return new RunRecord(
                List.of(
                        new IterationFacts(
                                3,
                                Optional.of(310.0),
                                Optional.of(0.68),
                                Optional.empty(),
                                Optional.of("h"),
                                List.of()),
                        new IterationFacts(
                                4,
                                Optional.empty(),
                                Optional.of(0.5),
                                Optional.of(0.65),
                                Optional.empty(),
                                List.of("velocity"))),
                tally,
                new TreeMap<>(Map.of("release", new RunRecord.ChainHead(4, VerdictLevel.FAIL, "d"))),
                false);
    }
}
