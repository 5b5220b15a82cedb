package io.soakstream.producer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NumericOrderTest {
    @Property(tries = 60)
    void shouldReadFilesInNumericOrderHoweverTheyWereWritten(@ForAll("numbers") List<Integer> numbers)
            throws IOException {
        // Given
        Path directory = Files.createTempDirectory("soak order");
        for (int number : numbers) {
            SoakFiles.iteration(directory, number);
        }

        // When
        RecordedSoak soak = new SoakReader().read(directory, ReadOptions.defaults());
        delete(directory);

        // Then
        assertThat(SoakFiles.numbers(soak))
                .containsExactlyElementsOf(numbers.stream().sorted().toList());
    }

    @Provide
    Arbitrary<List<Integer>> numbers() {
        Arbitrary<Set<Integer>> chosen =
                Arbitraries.integers().between(1, 20_000).set().ofMinSize(1).ofMaxSize(25);
        return chosen.flatMap(set -> Arbitraries.shuffle(List.copyOf(set)));
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
