package io.soakstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.contract.Verdict;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import io.soakstream.schemas.registry.RegistryUnavailableException;
import io.soakstream.schemas.registry.SchemaRegistry;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bytes that nobody wrote with our serializer. */
class GarbageTest {
    private static final String TOPIC = "t";
    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final Serde<SoakEvent> events = new AvroSerdes(registry).of(SoakEvent.class);
    private final byte[] good = events.serializer().serialize(TOPIC, AvroSerdesTest.event(1));
    private final int verdictId = registry.register("v-value", Verdict.getClassSchema());

    @ParameterizedTest
    @CsvSource({
        "'', truncated",
        "00000000, truncated",
        "0100000001, bad_magic",
        "7b226122, truncated",
        "7b2261223a317d, bad_magic",
        "0000000063, unknown_schema",
        "00ffffffff, unknown_schema",
        "0000000001, bad_avro"
    })
    void shouldNameWhatIsWrong(String hex, String code) {
        // Given
        byte[] bytes = HexFormat.of().parseHex(hex);

        // When / Then
        assertThatThrownBy(() -> events.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(UndecodableRecordException.class)
                .extracting("code")
                .isEqualTo(code);
    }

    @Property(tries = 3000)
    void shouldNeverEndInAnythingButUndecodable(@ForAll @Size(max = 200) byte[] body) {
        // Given
        byte[] event = ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(1)
                .put(body)
                .array();
        byte[] verdict = ByteBuffer.allocate(5 + body.length)
                .put((byte) 0)
                .putInt(verdictId)
                .put(body)
                .array();

        // When
        Throwable asEvent = catchThrowable(() -> events.deserializer().deserialize(TOPIC, event));
        Throwable asVerdict = catchThrowable(
                () -> new AvroSerdes(registry).of(Verdict.class).deserializer().deserialize(TOPIC, verdict));

        // Then
        assertHarmless(asEvent);
        assertHarmless(asVerdict);
    }

    @Property(tries = 2000)
    void shouldSurviveFlippedBytesOfAGoodRecord(
            @ForAll @IntRange(min = 5, max = 60) int position, @ForAll byte replacement) {
        // Given
        byte[] flipped = good.clone();
        flipped[Math.min(position, flipped.length - 1)] = replacement;

        // When
        Throwable thrown = catchThrowable(() -> events.deserializer().deserialize(TOPIC, flipped));

        // Then
        assertHarmless(thrown);
    }

    @Property
    void shouldRefuseEveryTruncation(@ForAll @IntRange(min = 0, max = 60) int missing) {
        // Given
        byte[] cut = Arrays.copyOf(good, Math.max(0, good.length - 1 - missing));

        // When / Then
        assertThatThrownBy(() -> events.deserializer().deserialize(TOPIC, cut))
                .isInstanceOf(UndecodableRecordException.class);
    }

    @Test
    void shouldRefuseBytesThatAreLeftOver() {
        // Given
        byte[] longer = Arrays.copyOf(good, good.length + 1);

        // When / Then
        assertThatThrownBy(() -> events.deserializer().deserialize(TOPIC, longer))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessageContaining("left over");
    }

    @ParameterizedTest
    @CsvSource({"feffffff0f", "80808008", "feffffffffffffffff01", "ffffffffffffffffff01", "ffffffffffffffffffffff"})
    void shouldNotAllocateWhatALengthClaims(String length) {
        // Given: the length of the first string of the event
        byte[] bytes = HexFormat.of().parseHex("0000000001" + length);

        // When / Then
        assertThatThrownBy(() -> events.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(UndecodableRecordException.class)
                .extracting("code")
                .isEqualTo("bad_avro");
    }

    @Test
    void shouldRefuseStringsBeyondTheLimit() {
        // Given
        SoakEvent event = AvroSerdesTest.event(1);
        event.setBot("x".repeat(300 * 1024));
        byte[] bytes = events.serializer().serialize(TOPIC, event);

        // When / Then
        assertThatThrownBy(() -> events.deserializer().deserialize(TOPIC, bytes))
                .isInstanceOf(UndecodableRecordException.class)
                .hasMessageContaining("maximum allowed");
    }

    @Test
    void shouldNotBlameTheBytesForAnOutage() {
        // Given
        SchemaRegistry away = (SchemaRegistry) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {SchemaRegistry.class}, (proxy, method, arguments) -> {
                    throw new RegistryUnavailableException("away");
                });
        Deserializer<SoakEvent> deserializer =
                new AvroSerdes(away).of(SoakEvent.class).deserializer();

        // When / Then
        assertThatThrownBy(() -> deserializer.deserialize(TOPIC, good))
                .isInstanceOf(RegistryUnavailableException.class);
    }

    private static void assertHarmless(Throwable thrown) {
        if (thrown != null) {
            assertThat(thrown).isInstanceOf(UndecodableRecordException.class);
        }
    }
}
