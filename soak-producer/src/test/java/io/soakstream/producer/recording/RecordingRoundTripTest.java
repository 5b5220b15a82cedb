package io.soakstream.producer.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingRoundTripTest {
    private static final RunKey KEY = new RunKey("mm", "RUN_1");
    private static final RecordingHeader HEADER =
            new RecordingHeader(KEY, Optional.of("mm:RUN_0"), Runs.CONTEXT, Map.of(3, SoakEvent.getClassSchema()));

    @TempDir
    private Path directory;

    @Property(tries = 100)
    void shouldGiveBackAnyBytes(@ForAll("events") List<RecordedEvent> events) throws IOException {
        // Given
        Path file = Files.createTempFile("any bytes", ".avro");
        new RecordingWriter().write(file, HEADER, events);

        // When
        Recording recording = new RecordingReader().read(file);
        Files.delete(file);

        // Then
        assertThat(recording).isEqualTo(new Recording(HEADER, events, Optional.empty()));
    }

    @Property(tries = 50)
    void shouldGiveTheSameFileForTheSameEvents(@ForAll("events") List<RecordedEvent> events) {
        // When
        byte[] first = new RecordingWriter().bytes(HEADER, events);
        byte[] second = new RecordingWriter().bytes(HEADER, List.copyOf(events));

        // Then
        assertThat(second).isEqualTo(first);
    }

    @Test
    void shouldBeReadableByAvroAlone() throws IOException {
        // Given
        List<RecordedEvent> events = Runs.records(Runs.events("mock36", KEY), new InMemorySchemaRegistry());
        byte[] file = new RecordingWriter().bytes(HEADER, events);

        // When
        try (DataFileStream<GenericRecord> container =
                new DataFileStream<>(new ByteArrayInputStream(file), new GenericDatumReader<>())) {
            // Then
            assertThat(container.getMetaString("soak.bot")).isEqualTo("mm");
            assertThat(container.getMetaString("soak.format")).isEqualTo("1");
            assertThat((Iterable<GenericRecord>) container).hasSize(38);
        }
    }

    @Test
    void shouldReplaceAFileAsAWhole() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("a run.avro"), "something else");

        // When
        new RecordingWriter().write(file, HEADER, List.of());

        // Then
        assertThat(RecordingReader.isContainer(file)).isTrue();
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Provide
    Arbitrary<List<RecordedEvent>> events() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        return Combinators.combine(bytes, bytes).as(RecordedEvent::of).list().ofMaxSize(20);
    }
}
