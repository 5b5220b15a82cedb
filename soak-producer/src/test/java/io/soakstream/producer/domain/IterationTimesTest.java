package io.soakstream.producer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class IterationTimesTest {
    private static final Duration PERIOD = Duration.ofMinutes(5);

    @Test
    void shouldTakeStatedTimes() {
        // Given
        List<IterationStamp> stamps = List.of(stamp(1, 1000), stamp(2, 5000));

        // When
        IterationTimes times = IterationTimes.resolve(stamps, PERIOD);

        // Then
        assertThat(times).isEqualTo(new IterationTimes(List.of(1000L, 5000L), false));
    }

    @Test
    void shouldMakeUpAllTimesWhenTwoAreEqual() {
        // Given
        List<IterationStamp> stamps = List.of(stamp(3, 1000), stamp(4, 1000), stamp(7, 9000));

        // When
        IterationTimes times = IterationTimes.resolve(stamps, PERIOD);

        // Then
        assertThat(times).isEqualTo(new IterationTimes(List.of(1000L, 301_000L, 1_201_000L), true));
    }

    @Test
    void shouldStartAtTheFirstUsableTimeWhenOneIsMissing() {
        // Given
        List<IterationStamp> stamps = List.of(new IterationStamp(1, OptionalLong.empty()), stamp(2, 7000));

        // When
        IterationTimes times = IterationTimes.resolve(stamps, PERIOD);

        // Then
        assertThat(times).isEqualTo(new IterationTimes(List.of(7000L, 307_000L), true));
    }

    @Test
    void shouldStartInTheYear2000WithoutAnyTime() {
        // Given
        List<IterationStamp> stamps = List.of(new IterationStamp(5, OptionalLong.empty()));

        // When
        IterationTimes times = IterationTimes.resolve(stamps, PERIOD);

        // Then
        assertThat(times.epochMs()).containsExactly(IterationTimes.EPOCH_MS);
    }

    @Property
    void shouldMakeUpTimesThatAscendByThePeriod(
            @ForAll @Size(min = 2, max = 30) Set<@IntRange(min = 1, max = 1_000_000) Integer> numbers,
            @ForAll @LongRange(min = 1, max = 86_400) long seconds) {
        // Given
        List<IterationStamp> stamps = new TreeSet<>(numbers)
                .stream().map(number -> stamp(number, 1000)).toList();

        // When
        List<Long> times =
                IterationTimes.resolve(stamps, Duration.ofSeconds(seconds)).epochMs();

        // Then
        for (int index = 1; index < stamps.size(); index++) {
            long steps =
                    (long) stamps.get(index).iteration() - stamps.get(index - 1).iteration();
            assertThat(times.get(index) - times.get(index - 1)).isEqualTo(steps * seconds * 1000);
        }
    }

    private static IterationStamp stamp(int iteration, long epochMs) {
        return new IterationStamp(iteration, OptionalLong.of(epochMs));
    }
}
