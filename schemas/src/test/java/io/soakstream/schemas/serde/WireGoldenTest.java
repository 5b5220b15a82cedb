package io.soakstream.schemas.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.support.GoldenRecord;
import io.soakstream.schemas.support.OneSchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes on the public topics are those in the files, for every record in full. A difference breaks every reader and
 * writer out there unless a schema has grown: look at it, then run this test with {@code -Dgolden.update=true}.
 */
class WireGoldenTest {
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    @TempDir
    Path directory;

    @BeforeAll
    static void updateWhereAskedFor() {
        if (Boolean.getBoolean("golden.update")) {
            records().forEach(golden -> golden.write(GOLDEN, write(golden)));
        }
    }

    static List<GoldenRecord> records() {
        return GoldenRecord.all();
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldWriteTheBytesInTheFile(GoldenRecord golden) {
        // When
        byte[] bytes = write(golden);

        // Then
        golden.check(GOLDEN, bytes);
    }

    @ParameterizedTest
    @MethodSource("records")
    void shouldReadTheBytesInTheFile(GoldenRecord golden) {
        // When
        SpecificRecord back = serde(golden).deserializer().deserialize(golden.topic(), golden.read(GOLDEN));

        // Then
        assertThat(back).isEqualTo(golden.value());
    }

    /** So that the tests above cannot pass whatever is written. */
    @ParameterizedTest
    @MethodSource("records")
    void shouldNoticeAChangedByteInTheFile(GoldenRecord golden) {
        byte[] bytes = write(golden);
        for (int place : List.of(0, WireFormat.HEADER_BYTES - 1, WireFormat.HEADER_BYTES, bytes.length - 1)) {
            // Given
            byte[] changed = bytes.clone();
            changed[place] ^= 1;
            golden.write(directory, changed);

            // When / Then
            assertThatThrownBy(() -> golden.check(directory, bytes))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining(golden + ".hex");
        }
    }

    @Test
    void shouldHaveNoFileWithoutARecord() throws IOException {
        // When
        try (Stream<Path> files = Files.list(GOLDEN)) {
            // Then
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            records().stream().map(golden -> golden + ".hex").toList());
        }
    }

    private static byte[] write(GoldenRecord golden) {
        return serde(golden).serializer().serialize(golden.topic(), golden.value());
    }

    @SuppressWarnings("unchecked") // The class of a record is its type.
    private static Serde<SpecificRecord> serde(GoldenRecord golden) {
        OneSchemaRegistry registry =
                new OneSchemaRegistry(GoldenRecord.SCHEMA_ID, golden.value().getSchema());
        return new AvroSerdes(registry)
                .of((Class<SpecificRecord>) golden.value().getClass());
    }
}
