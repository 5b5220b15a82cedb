package io.soakstream.producer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class IterationGapTest {
    @Test
    void shouldNameWhatIsMissingBetween() {
        // Given
        TreeSet<Integer> numbers = new TreeSet<>(List.of(2, 3, 5, 9));

        // When
        List<IterationGap> gaps = IterationGap.between(numbers);

        // Then
        assertThat(gaps).hasToString("[4, 6..8]");
    }

    @Property
    void shouldAccountForEveryNumber(@ForAll @NotEmpty Set<@IntRange(min = 1, max = 500) Integer> numbers) {
        // Given
        TreeSet<Integer> sorted = new TreeSet<>(numbers);

        // When
        int missing = IterationGap.between(sorted).stream()
                .mapToInt(IterationGap::size)
                .sum();

        // Then
        assertThat(missing + sorted.size()).isEqualTo(sorted.last() - sorted.first() + 1);
    }
}
