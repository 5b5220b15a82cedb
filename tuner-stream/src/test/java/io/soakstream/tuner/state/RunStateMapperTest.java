package io.soakstream.tuner.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.serde.SingleObjectSerde;
import io.soakstream.schemas.support.StateGolden;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.KpiWindow;
import io.soakstream.tuner.domain.RunMode;
import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.TuningMode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class RunStateMapperTest {
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();
    private final RunStateMapper mapper = new RunStateMapper(catalogue);
    private final Serde<TunerRunState> serde = SingleObjectSerde.of(TunerRunState.class, TunerRunState.getDecoder());

    @Test
    void shouldReadBackWhatItWrote() {
        // Given
        RunState state = state();

        // When
        RunState back = mapper.fromStore(serde.deserializer().deserialize("store", encoded()));

        // Then
        assertThat(back).isEqualTo(state);
    }

    @Test
    void shouldReadWhatVersion010Wrote() {
        // Given
        byte[] released = StateGolden.released("tuner-0.1.0", encoded());

        // When
        RunState read = mapper.fromStore(serde.deserializer().deserialize("store", released));

        // Then
        assertThat(read).isEqualTo(state());
    }

    private byte[] encoded() {
        return serde.serializer().serialize("store", mapper.toStore(state()));
    }

    private RunState state() {
        Overrides overrides = Overrides.startingFrom(catalogue, Map.of("tail_age_ms", new BigDecimal("650")));
        RunState.Facts facts = new RunState.Facts(
                RunMode.SHADOW,
                TuningMode.RECORDED,
                OptionalInt.of(36),
                60_000,
                false,
                true,
                overrides,
                overrides.stateHash());
        return new RunState(
                false,
                Optional.of(facts),
                12,
                1_700_000_000_000L,
                9,
                List.of(new RunState.Seen(8, -5), new RunState.Seen(9, Long.MAX_VALUE)),
                new KpiWindow(8, List.of(new KpiPoint(9, Map.of(Kpi.NET_BPS, -1.5, Kpi.RISK_RATIO, 0.17)))));
    }
}
