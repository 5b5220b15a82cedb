package io.soakstream.producer.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.domain.RunKey;
import io.soakstream.producer.source.ReadOptions;
import io.soakstream.producer.source.RecordedSoak;
import io.soakstream.producer.source.SoakFiles;
import io.soakstream.producer.source.SoakReader;
import io.soakstream.schemas.contract.SoakEvent;
import io.soakstream.schemas.registry.InMemorySchemaRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingDamageTest {
    private static final RunKey KEY = new RunKey("mm", "RUN_1");

    @TempDir
    private Path directory;

    private List<RecordedEvent> events;
    private byte[] whole;
    private int headerBytes;

    @BeforeEach
    void record() {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        events = Runs.records(Runs.events("mock36", KEY), registry);
        RecordingHeader header =
                new RecordingHeader(KEY, Optional.empty(), Runs.CONTEXT, Map.of(1, SoakEvent.getClassSchema()));
        whole = new RecordingWriter().bytes(header, events);
        // One digit more for the number of events.
        headerBytes = new RecordingWriter().bytes(header, List.of()).length + 1;
    }

    @Test
    void shouldGiveWhatComesBeforeACutWhereverItIs() throws IOException {
        for (int length = headerBytes; length < whole.length; length += 97) {
            // Given
            Path file = write(Arrays.copyOf(whole, length));

            // When
            Recording recording = new RecordingReader().read(file);

            // Then
            int read = recording.events().size();
            assertThat(recording.events()).isEqualTo(events.subList(0, read));
            assertThat(recording.damage()).isPresent();
        }
    }

    @Test
    void shouldNameTheFileAndTheFirstEventThatIsLost() throws IOException {
        // Given
        Path file = write(Arrays.copyOf(whole, whole.length - 20));

        // When
        RecordedSoak soak = new SoakReader().read(file, ReadOptions.defaults());

        // Then
        assertThat(SoakFiles.numbers(soak)).hasSize(36);
        assertThat(soak.rejections())
                .hasToString("[a run.avro event 38: the file is cut off here: 38 events were recorded]");
    }

    @Test
    void shouldNoticeAFlippedBitInAValue() throws IOException {
        // Given
        byte[] flipped = whole.clone();
        flipped[whole.length - 30] ^= 1;

        // When
        Recording recording = new RecordingReader().read(write(flipped));

        // Then
        assertThat(recording.damage()).isPresent();
    }

    @Test
    void shouldRefuseADamagedHeader() throws IOException {
        // Given
        Path file = write(Arrays.copyOf(whole, 40));

        // When // Then
        assertThatThrownBy(() -> new RecordingReader().read(file))
                .isInstanceOf(NotARecordingException.class)
                .hasMessageContaining("a run.avro");
    }

    @Test
    void shouldRefuseAnotherAvroFile() throws IOException {
        // Given
        Path file = directory.resolve("other.avro");
        Schema schema = RecordingFormat.EVENT;
        try (DataFileWriter<GenericRecord> other = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            other.create(schema, file.toFile());
        }

        // When // Then
        assertThatThrownBy(() -> new RecordingReader().read(file))
                .isInstanceOf(NotARecordingException.class)
                .hasMessage("other.avro is an Avro file but not a recording");
    }

    @Test
    void shouldRefuseALaterFormat() throws IOException {
        // Given
        Path file = directory.resolve("later.avro");
        Schema schema = RecordingFormat.EVENT;
        try (DataFileWriter<GenericRecord> other = new DataFileWriter<>(new GenericDatumWriter<>(schema))) {
            other.setMeta("soak.format", "2");
            other.create(schema, file.toFile());
        }

        // When // Then
        assertThatThrownBy(() -> new RecordingReader().read(file))
                .isInstanceOf(NotARecordingException.class)
                .hasMessageContaining("format 2");
    }

    @Test
    void shouldNameAnEventWhoseSchemaIsNotThere() throws IOException {
        // Given
        RecordingHeader bare = new RecordingHeader(KEY, Optional.empty(), Runs.CONTEXT, Map.of());
        Path file = write(new RecordingWriter().bytes(bare, events.subList(0, 1)));

        // When
        RecordedSoak soak = new SoakReader().read(file, ReadOptions.defaults());

        // Then
        assertThat(soak.events()).isEmpty();
        assertThat(soak.rejections()).singleElement().asString().startsWith("a run.avro event 1: schema id 1");
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("a run.avro"), bytes);
    }
}
