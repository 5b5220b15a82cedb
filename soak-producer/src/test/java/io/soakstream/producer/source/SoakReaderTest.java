package io.soakstream.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.producer.domain.NoIterationsException;
import io.soakstream.producer.domain.Rejection;
import io.soakstream.schemas.contract.RunEnd;
import io.soakstream.schemas.contract.RunMode;
import io.soakstream.schemas.contract.SoakEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoakReaderTest {
    @TempDir
    private Path directory;

    @Test
    void shouldReadAllFilesInNumericOrder() throws IOException {
        // Given
        for (int number = 1; number <= 864; number++) {
            SoakFiles.iteration(directory, number);
        }

        // When
        RecordedSoak soak = read(directory);

        // Then
        assertThat(SoakFiles.numbers(soak))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 864).boxed().toList());
        assertThat(soak.gaps()).isEmpty();
        assertThat(soak.rejections()).isEmpty();
    }

    @Test
    void shouldBracketTheIterationsByStartAndEnd() throws IOException {
        // Given
        SoakFiles.iteration(directory, 1);
        SoakFiles.iteration(directory, 2);

        // When
        List<SoakEvent> events = read(directory).events();

        // Then
        assertThat(events.get(0).getRunStarted().getMode()).isEqualTo(RunMode.RECORDED);
        assertThat(events.get(0).getRunStarted().getTotalIterations()).isNull();
        assertThat(events.get(3).getRunEnded().getEnd()).isEqualTo(RunEnd.COMPLETED);
        assertThat(events)
                .extracting(SoakEvent::getEventTimeMs)
                .containsExactly(946_684_800_000L, 946_684_800_000L, 946_685_100_000L, 946_685_100_000L);
    }

    @Test
    void shouldReportGapsAndKeepTheirTime() throws IOException {
        // Given
        SoakFiles.iteration(directory, 1);
        SoakFiles.iteration(directory, 4);

        // When
        RecordedSoak soak = read(directory);

        // Then
        assertThat(soak.gaps()).hasToString("[2..3]");
        assertThat(soak.events().get(2).getEventTimeMs() - soak.events().get(1).getEventTimeMs())
                .isEqualTo(900_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soak/latest", "latest", "latest 1/soak/latest"})
    void shouldFindTheEarlierLayouts(String layout) throws IOException {
        // Given
        Path top = directory.resolve("a soak/with spaces");
        SoakFiles.iteration(top.resolve(layout), 1);
        Path given = layout.startsWith("latest 1") ? top.resolve("latest 1") : top;

        // When
        RecordedSoak soak = read(given);

        // Then
        assertThat(SoakFiles.numbers(soak)).containsExactly(1);
    }

    @Test
    void shouldPreferTheGivenDirectoryToTheOnesBelowIt() throws IOException {
        // Given
        SoakFiles.iteration(directory, 7);
        SoakFiles.iteration(directory.resolve("soak/latest"), 8);

        // When // Then
        assertThat(SoakFiles.numbers(read(directory))).containsExactly(7);
    }

    @Test
    void shouldRefuseBothFilesOfOneNumberAndReadTheRest() throws IOException {
        // Given
        SoakFiles.iteration(directory, 1);
        SoakFiles.write(directory, "01", SoakFiles.json(1));
        SoakFiles.iteration(directory, 2);

        // When
        RecordedSoak soak = read(directory);

        // Then
        assertThat(SoakFiles.numbers(soak)).containsExactly(2);
        assertThat(soak.rejections())
                .extracting(Rejection::toString)
                .containsExactly(
                        "ITER_SUMMARY_01.json: iteration: 1 is also in ITER_SUMMARY_1.json",
                        "ITER_SUMMARY_1.json: iteration: 1 is also in ITER_SUMMARY_01.json");
    }

    @Test
    void shouldNameBothNumbersWhenNameAndContentDisagree() throws IOException {
        // Given
        SoakFiles.write(directory, "7", SoakFiles.json(8));

        // When
        RecordedSoak soak = read(directory);

        // Then
        assertThat(soak.events()).isEmpty();
        assertThat(soak.rejections())
                .hasToString("[ITER_SUMMARY_7.json: iteration: 8 is not the 7 of the file's name]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "99999999999", "-1"})
    void shouldRefuseANameWithoutANumber(String name) throws IOException {
        // Given
        SoakFiles.write(directory, name, SoakFiles.json(1));
        SoakFiles.iteration(directory, 2);

        // When
        RecordedSoak soak = read(directory);

        // Then
        assertThat(SoakFiles.numbers(soak)).containsExactly(2);
        assertThat(soak.rejections())
                .hasToString("[ITER_SUMMARY_" + name + ".json: the name has no iteration number from 1 on]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "{\"iteration\": 2, \"iteration\": 2}", "{\"iteration\": 2} x", "\u0000", "null"})
    void shouldReadTheRestBesideABrokenFile(String broken) throws IOException {
        // Given
        SoakFiles.iteration(directory, 1);
        SoakFiles.write(directory, "2", broken);
        SoakFiles.iteration(directory, 3);

        // When
        RecordedSoak soak = read(directory);

        // Then
        assertThat(SoakFiles.numbers(soak)).containsExactly(1, 3);
        assertThat(soak.rejections())
                .singleElement()
                .extracting(Rejection::where)
                .isEqualTo("ITER_SUMMARY_2.json");
    }

    @Test
    void shouldReadTheRestBesideADirectoryWithTheNameOfAFile() throws IOException {
        // Given
        SoakFiles.iteration(directory, 1);
        Files.createDirectory(directory.resolve("ITER_SUMMARY_2.json"));

        // When
        RecordedSoak soak = read(directory);

        // Then
        assertThat(SoakFiles.numbers(soak)).containsExactly(1);
        assertThat(soak.rejections()).singleElement().asString().contains("cannot be read");
    }

    @Test
    void shouldTakeTheNumberOfTheNameWhenTheFileHasNone() throws IOException {
        // Given
        SoakFiles.write(directory, "12", "{\"net_bps\": 3.5}");

        // When // Then
        assertThat(SoakFiles.numbers(read(directory))).containsExactly(12);
    }

    @Test
    void shouldNameLinesOfJsonLines() throws IOException {
        // Given
        Path file = directory.resolve("a soak.jsonl");
        Files.writeString(file, SoakFiles.json(2) + "\n\n  \r\n{\"iteration\": 0}\n{oops\n" + SoakFiles.json(1));

        // When
        RecordedSoak soak = read(file);

        // Then
        assertThat(SoakFiles.numbers(soak)).containsExactly(1, 2);
        assertThat(soak.rejections())
                .extracting(Rejection::where)
                .containsExactly("a soak.jsonl line 4", "a soak.jsonl line 5");
        assertThat(soak.rejections().get(0).message()).isEqualTo("0 is not a whole number from 1 on");
    }

    @Test
    void shouldRefuseEveryLineOfANumberThatComesTwice() throws IOException {
        // Given
        Path file = Files.writeString(
                directory.resolve("s.jsonl"), SoakFiles.json(1) + "\n" + SoakFiles.json(1) + "\n" + SoakFiles.json(2));

        // When
        RecordedSoak soak = read(file);

        // Then
        assertThat(SoakFiles.numbers(soak)).containsExactly(2);
        assertThat(soak.rejections())
                .extracting(Rejection::toString)
                .containsExactly(
                        "s.jsonl line 1: iteration: 1 is also in s.jsonl line 2",
                        "s.jsonl line 2: iteration: 1 is also in s.jsonl line 1");
    }

    @Test
    void shouldRefuseALineThatIsTooLarge() throws IOException {
        // Given
        Path file = Files.writeString(
                directory.resolve("s.jsonl"), "{\"x\": \"" + "y".repeat(IterationJson.MAX_BYTES) + "\"}");

        // When // Then
        assertThat(read(file).rejections()).singleElement().asString().contains("is larger than");
    }

    @Test
    void shouldRefuseJsonThatIsNestedTooDeeply() throws IOException {
        // Given
        SoakFiles.write(directory, "1", "{\"x\": " + "[".repeat(5000) + "]".repeat(5000) + "}");

        // When // Then
        assertThat(read(directory).rejections()).singleElement().asString().contains("is not JSON");
    }

    @Test
    void shouldSayThatThereIsNothingAtThePath() {
        assertThatThrownBy(() -> read(directory.resolve("not there")))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessageContaining("not there")
                .hasMessageContaining("no such file");
    }

    @Test
    void shouldSayThatADirectoryHasNoIterations() {
        assertThatThrownBy(() -> read(directory))
                .isInstanceOf(NoIterationsException.class)
                .hasMessageContaining(directory.toString());
    }

    @Test
    void shouldSayThatJsonLinesHaveNoIterations() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("s.jsonl"), "\n\n");

        // When // Then
        assertThatThrownBy(() -> read(file)).isInstanceOf(NoIterationsException.class);
    }

    @Test
    void shouldRefuseAnotherKindOfFile() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("notes.txt"), "hello");

        // When // Then
        assertThatThrownBy(() -> read(file)).isInstanceOf(UnsupportedSourceException.class);
    }

    private static RecordedSoak read(Path path) throws IOException {
        return new SoakReader().read(path, ReadOptions.defaults());
    }
}
