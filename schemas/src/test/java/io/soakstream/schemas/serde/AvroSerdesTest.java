package io.soakstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.contract.KpiStatus;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.RunStarted;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Tick;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.registry.SchemaRegistry;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class AvroSerdesTest {
    private static final String TOPIC = "soak.events.v1";
    private final SchemaRegistry registry = new InMemorySchemaRegistry();
    private final Serde<SoakEvent> serde = new AvroSerdes(registry).of(SoakEvent.class);

    @Test
    void shouldReadBackWhatItWrote() {
        // Given
        SoakEvent event = event(7);

        // When
        SoakEvent back = read(write(event));

        // Then
        assertThat(back).isEqualTo(event);
        assertThat(back.getBot()).isExactlyInstanceOf(String.class);
    }

    @Test
    void shouldWriteTheWireFormatToTheByte() {
        // Given
        Serde<Tick> ticks = new AvroSerdes(registry).of(Tick.class);

        // When
        byte[] bytes = ticks.serializer()
                .serialize(
                        TOPIC,
                        Tick.newBuilder().setLastIteration(3).setSequence(-1).build());

        // Then: magic, id 1, zig-zag 3, zig-zag -1
        assertThat(bytes).isEqualTo(HexFormat.of().parseHex("00" + "00000001" + "06" + "01"));
        assertThat(registry.schemaById(1)).isEqualTo(Tick.getClassSchema());
    }

    @Test
    void shouldReadIdsOfAllFourBytes() {
        // When
        int id = WireFormat.schemaId(TOPIC, HexFormat.of().parseHex("00" + "fedcba98"));

        // Then
        assertThat(id).isEqualTo(0xfedcba98);
    }

    @Test
    void shouldKeepTombstones() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }

    @Test
    void shouldRecoverAfterARecordThatCannotBeWritten() {
        // Given
        SoakEvent broken = new SoakEvent();

        // When
        assertThatThrownBy(() -> write(broken)).isInstanceOf(NullPointerException.class);
        SoakEvent back = read(write(event(1)));

        // Then
        assertThat(back).isEqualTo(event(1));
    }

    @Test
    void shouldServeManyThreads() {
        // Given
        List<SoakEvent> events =
                IntStream.range(0, 2_000).mapToObj(AvroSerdesTest::event).toList();

        // When
        List<SoakEvent> back =
                events.parallelStream().map(this::write).map(this::read).toList();

        // Then
        assertThat(back).isEqualTo(events);
    }

    @Test
    void shouldTrustOurRecordsAndNothingElse() {
        // Given
        TrustedClasses trusted = new TrustedClasses(type -> type == Integer.class);

        // Then
        assertThat(trusted.isTrusted(SoakEvent.class)).isTrue();
        assertThat(trusted.isTrusted(KpiStatus.class)).isTrue();
        assertThat(trusted.isTrusted(Integer.class)).isTrue();
        assertThat(trusted.isTrusted(AvroSerdes.class)).isFalse();
        assertThat(trusted.isTrusted(ProcessBuilder.class)).isFalse();
    }

    private byte[] write(SoakEvent event) {
        return serde.serializer().serialize(TOPIC, event);
    }

    private SoakEvent read(byte[] bytes) {
        return serde.deserializer().deserialize(TOPIC, bytes);
    }

    static SoakEvent event(int number) {
        return SoakEvent.newBuilder()
                .setBot("bot")
                .setRun("r" + number)
                .setEventTimeMs(number)
                .setRunStarted(
                        RunStarted.newBuilder().setMode(RunMode.SIMULATED).build())
                .build();
    }
}
