package io.soakstream.gate.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.gate.domain.proof.Awaited;
import io.soakstream.gate.domain.proof.Ledger;
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
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class LedgerMapperTest {
    private static final ParameterCatalogue CATALOGUE = ParameterCatalogue.standard();
    private final Serde<GateOverrides> serde = SingleObjectSerde.of(GateOverrides.class, GateOverrides.getDecoder());
    private final LedgerMapper mapper = new LedgerMapper(CATALOGUE);

    @Test
    void shouldReadBackWhatItWrote() {
        assertThat(read(encoded(ledger()))).isEqualTo(ledger());
        assertThat(read(encoded(Ledger.empty()))).isEqualTo(Ledger.empty());
    }

    @Test
    void shouldReadWhatVersion010Wrote() {
        // Given
        byte[] released = StateGolden.released("gate-overrides-0.1.0", encoded(ledger()));

        // Then
        assertThat(read(released)).isEqualTo(ledger());
    }

    @Test
    void shouldNotLetOtherValuesPassForTheirHash() {
        // Given
        GateOverrides stored = mapper.toStore(ledger());
        String hash = stored.getProjection().getStateHash();
        stored.getProjection().setOverrides(List.of(new GateOverride("tail_age_ms", "640")));

        // When
        Projection read = mapper.fromStore(stored).projection().orElseThrow();

        // Then
        assertThat(read.stateHash())
                .isNotEqualTo(hash)
                .isEqualTo(read.overrides().stateHash());
        assertThat(mapper.hashOf(stored)).contains(read.stateHash());
        assertThat(read(encoded(ledger()))).isEqualTo(ledger());
    }

    private Ledger read(byte[] bytes) {
        return mapper.fromStore(serde.deserializer().deserialize("store", bytes));
    }

    private byte[] encoded(Ledger ledger) {
        return serde.serializer().serialize("store", mapper.toStore(ledger));
    }

    private static Ledger ledger() {
        Overrides overrides = Overrides.startingFrom(CATALOGUE, Map.of("tail_age_ms", new BigDecimal("630")));
        Projection projection = new Projection(
                overrides,
                overrides.stateHash(),
                3,
                new Switches(false, true, new CommandedFreeze(false, new TreeSet<>(Set.of("rebid")))),
                OptionalInt.of(12),
                false,
                new EchoRules(false, true, 5),
                List.of(new Planned(9, Overrides.start(CATALOGUE))),
                new Confirmation(Confirmation.State.PENDING, true, 2, OptionalInt.of(7), Optional.of("e".repeat(64))));
        return new Ledger(
                Optional.of(projection),
                11,
                8,
                OptionalLong.of(10),
                Optional.of(new Awaited("id", OptionalInt.of(7), Optional.empty())));
    }
}
