package io.soakstream.deploy.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.deploy.fixture.SharedCluster;
import io.soakstream.schemas.registry.HttpSchemaRegistry;
import io.soakstream.schemas.registry.RegistryConfig;
import io.soakstream.schemas.registry.SchemaRegistry;
import io.soakstream.schemas.serde.AvroSerdes;
import io.soakstream.schemas.serde.UndecodableRecordException;
import io.soakstream.schemas.support.GoldenRecord;
import java.io.IOException;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.apache.avro.generic.GenericData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Confluent's own serializer and deserializer against ours, on a real registry: the same bytes, ids and refusals. */
class OfficialSerdesIT {
    private static OfficialSerdes official;

    /** A subject that nobody knows yet. */
    private final String topic = "official." + UUID.randomUUID();

    private final SchemaRegistry registry = new HttpSchemaRegistry(
            RegistryConfig.of(URI.create(SharedCluster.get().registryUrl())));

    static List<GoldenRecord> records() {
        return GoldenRecord.all();
    }

    @BeforeAll
    static void load() throws IOException {
        new OfficialClient().assumeThere(OfficialSerdesIT.class);
        official = new OfficialSerdes(SharedCluster.get().registryUrl());
        System.out.println("official serializers: " + official.version());
    }

    @AfterAll
    static void unload() throws IOException {
        if (official != null) {
            official.close();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldWriteTheSameBytesWhenOursRegistersFirst(GoldenRecord golden) {
        // When
        byte[] ours = ours(golden).serializer().serialize(topic, golden.value());
        byte[] theirs = official.serializer().serialize(topic, golden.value());

        // Then
        assertThat(theirs).isEqualTo(ours);
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldWriteTheSameBytesWhenTheirsRegistersFirst(GoldenRecord golden) {
        // When
        byte[] theirs = official.serializer().serialize(topic, golden.value());
        byte[] ours = ours(golden).serializer().serialize(topic, golden.value());

        // Then
        assertThat(ours).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldReadEachOthersRecords(GoldenRecord golden) {
        // Given
        byte[] ours = ours(golden).serializer().serialize(topic, golden.value());
        byte[] theirs = official.serializer().serialize(topic, golden.value());

        // When
        Object specific = official.deserializer(true).deserialize(topic, ours);
        Object generic = official.deserializer(false).deserialize(topic, ours);
        SpecificRecord back = ours(golden).deserializer().deserialize(topic, theirs);

        // Then
        assertThat(specific).isEqualTo(golden.value());
        assertThat(generic)
                .isInstanceOf(GenericData.Record.class)
                .hasToString(golden.value().toString());
        assertThat(back).isEqualTo(golden.value());
    }

    @Test
    void shouldRefuseUnknownIdsAlike() {
        // Given
        byte[] unknown = HexFormat.of().parseHex("00" + "7ffffff0" + "00");
        GoldenRecord any = records().get(0);

        // When / Then
        assertThatThrownBy(() -> ours(any).deserializer().deserialize(topic, unknown))
                .isInstanceOf(UndecodableRecordException.class)
                .extracting("code")
                .isEqualTo("unknown_schema");
        assertThatThrownBy(() -> official.deserializer(true).deserialize(topic, unknown))
                .isInstanceOf(SerializationException.class)
                .rootCause()
                .hasMessageContaining("40403");
    }

    @Test
    void shouldRefuseAnotherMagicByteAlike() {
        // Given
        byte[] json = HexFormat.of().parseHex("7b" + "00000001" + "00");
        GoldenRecord any = records().get(0);

        // When / Then
        assertThatThrownBy(() -> ours(any).deserializer().deserialize(topic, json))
                .isInstanceOf(UndecodableRecordException.class)
                .extracting("code")
                .isEqualTo("bad_magic");
        assertThatThrownBy(() -> official.deserializer(true).deserialize(topic, json))
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("magic");
    }

    @SuppressWarnings("unchecked") // The class of a record is its type.
    private Serde<SpecificRecord> ours(GoldenRecord golden) {
        return new AvroSerdes(registry)
                .of((Class<SpecificRecord>) golden.value().getClass());
    }
}
