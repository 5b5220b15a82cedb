package io.soakstream.tuner.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.parameter.Overrides;
import io.soakstream.schemas.parameter.ParameterCatalogue;
import io.soakstream.schemas.projection.CommandedFreeze;
import io.soakstream.schemas.projection.Confirmation;
import io.soakstream.schemas.projection.EchoRules;
import io.soakstream.schemas.projection.Planned;
import io.soakstream.schemas.projection.Projection;
import io.soakstream.schemas.projection.Switches;
import io.soakstream.schemas.serde.SingleObjectSerde;
import io.soakstream.schemas.support.StateGolden;
import io.soakstream.tuner.domain.CommandLog;
import io.soakstream.tuner.domain.KpiPoint;
import io.soakstream.tuner.domain.KpiWindow;
import io.soakstream.tuner.domain.RunMode;
import io.soakstream.tuner.domain.RunState;
import io.soakstream.tuner.domain.TuningMode;
import io.soakstream.tuner.domain.rule.RuleMemory;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class RunStateMapperTest {
    private final ParameterCatalogue catalogue = ParameterCatalogue.standard();
    private final RunStateMapper mapper = new RunStateMapper(catalogue);
    private final Serde<TunerRunState> serde = SingleObjectSerde.of(TunerRunState.class, StateDecoder.ofRunState());

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
        assertThat(read).isEqualTo(stateOf010());
    }

    @Test
    void shouldReadBackAMarkerOfTheEnd() {
        // Given
        RunState ended = new RunState(Optional.empty(), 12, 1_700_000_000_000L, 9, List.of(), KpiWindow.empty(8));

        // When
        byte[] bytes = serde.serializer().serialize("store", mapper.toStore(ended));

        // Then
        assertThat(mapper.fromStore(serde.deserializer().deserialize("store", bytes)))
                .isEqualTo(ended);
    }

    private byte[] encoded() {
        return serde.serializer().serialize("store", mapper.toStore(state()));
    }

    private RunState state() {
        Overrides later = Overrides.startingFrom(catalogue, Map.of("min_interval_ms", new BigDecimal("70")));
        RunState.Facts facts = new RunState.Facts(
                RunMode.SHADOW, TuningMode.RECORDED, 60_000, true, Optional.of("bot:origin"), Optional.of("pin"));
        Projection projection = new Projection(
                overrides(),
                overrides().stateHash(),
                4,
                new Switches(false, true, new CommandedFreeze(true, new TreeSet<>(Set.of("rebid")))),
                OptionalInt.of(36),
                true,
                new EchoRules(true, true, 5),
                List.of(new Planned(6, later)),
                new Confirmation(Confirmation.State.PENDING, true, 2, OptionalInt.of(8), Optional.of("echo")));
        CommandLog commands = new CommandLog(List.of(new CommandLog.Seen("c1", -7, 1_600_000_000_000L)), 12);
        return state(new RunState.Live(facts, projection, new RuleMemory(1, 4), commands, 2));
    }

    /** What the first version knew of the same run; the rest is as at its start. */
    private RunState stateOf010() {
        RunState.Facts facts = new RunState.Facts(
                RunMode.SHADOW, TuningMode.RECORDED, 60_000, true, Optional.empty(), Optional.empty());
        Projection projection = new Projection(
                overrides(),
                overrides().stateHash(),
                1,
                new Switches(false, true, CommandedFreeze.none()),
                OptionalInt.of(36),
                true,
                new EchoRules(false, false, 3),
                List.of(),
                new Confirmation(Confirmation.State.UNVERIFIED, false, 3, OptionalInt.empty(), Optional.empty()));
        return state(new RunState.Live(facts, projection, RuleMemory.initial(), CommandLog.empty(), 0));
    }

    private Overrides overrides() {
        return Overrides.startingFrom(catalogue, Map.of("tail_age_ms", new BigDecimal("650")));
    }

    private static RunState state(RunState.Live live) {
        return new RunState(
                Optional.of(live),
                12,
                1_700_000_000_000L,
                9,
                List.of(new RunState.Seen(8, -5), new RunState.Seen(9, Long.MAX_VALUE)),
                new KpiWindow(8, List.of(new KpiPoint(9, Map.of(Kpi.NET_BPS, -1.5, Kpi.RISK_RATIO, 0.17)))));
    }
}
