package io.soakstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

class ReceivedTest {
    private static final String TOPIC = "t";
    private final AvroSerdes serdes = new AvroSerdes(new InMemorySchemaRegistry());
    private final Serde<SoakEvent> plain = serdes.of(SoakEvent.class);
    private final Serde<Received<SoakEvent>> serde = serdes.received(SoakEvent.class);
    private final SoakEvent event = AvroSerdesTest.event(1);

    @Test
    void shouldGiveTheValueAndItsBytes() {
        // Given
        byte[] bytes = plain.serializer().serialize(TOPIC, event);

        // When
        Received<SoakEvent> received = serde.deserializer().deserialize(TOPIC, bytes);

        // Then
        assertThat(received.value()).isEqualTo(event);
        assertThat(received.bytes()).isSameAs(bytes);
    }

    @Test
    void shouldWriteTheBytesVerbatimWhereThereAreAny() {
        // Given
        byte[] bytes = {1, 2, 3};

        // When
        byte[] written = serde.serializer().serialize(TOPIC, new Received<>(event, bytes));

        // Then
        assertThat(written).isEqualTo(bytes);
    }

    @Test
    void shouldWriteTheValueWhereThereAreNoBytes() {
        // When
        byte[] written = serde.serializer().serialize(TOPIC, new Received<>(event, null));

        // Then
        assertThat(written).isEqualTo(plain.serializer().serialize(TOPIC, event));
    }

    @Test
    void shouldKeepTombstones() {
        assertThat(serde.serializer().serialize(TOPIC, null)).isNull();
        assertThat(serde.deserializer().deserialize(TOPIC, null)).isNull();
    }
}
