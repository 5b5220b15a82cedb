package io.soakstream.schemas.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterBreakerTest {
    private static final int LIMIT = 10;

    private final DeadLetterBreaker breaker = new DeadLetterBreaker(LIMIT);

    @Test
    void shouldStopAtTheLetterThatIsOneTooMany() {
        // Given
        count(LongStream.range(100, 100 + LIMIT - 1));

        // When, Then
        assertThatThrownBy(() -> count(LongStream.of(100 + LIMIT - 1)))
                .isInstanceOf(TooManyDeadLettersException.class)
                .hasMessageContaining("10 of the last 10 offsets of events-3")
                .hasMessageContaining("soak.dead.letters.limit=0");
    }

    @Property
    void shouldGoOnForEverWhileLettersAreRare(@ForAll @IntRange(min = 5, max = 1000) int everyOther) {
        // Given
        DeadLetterBreaker patient = new DeadLetterBreaker(LIMIT);

        // When, Then
        LongStream.range(0, 500).forEach(letter -> patient.count("events", 3, letter * everyOther));
    }

    @Property
    void shouldStopWhereverLettersAreDense(@ForAll @IntRange(min = 1, max = 4) int everyOther) {
        // Given
        DeadLetterBreaker strict = new DeadLetterBreaker(LIMIT);

        // When, Then
        assertThatThrownBy(() -> LongStream.range(0, LIMIT).forEach(i -> strict.count("events", 3, i * everyOther)))
                .isInstanceOf(TooManyDeadLettersException.class);
    }

    @Test
    void shouldCountEachPartitionForItself() {
        // When, Then
        assertThatCode(() -> LongStream.range(0, LIMIT - 1).forEach(offset -> {
                    breaker.count("events", 1, offset);
                    breaker.count("events", 2, offset);
                }))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldCountARecordOnceThatIsReadAgain() {
        // Given
        count(LongStream.range(0, LIMIT - 1));

        // When, Then
        assertThatCode(() -> count(LongStream.range(0, LIMIT - 1))).doesNotThrowAnyException();
    }

    @Test
    void shouldNeverStopWithoutALimit() {
        // Given
        DeadLetterBreaker open = DeadLetterBreaker.configured(Map.of("soak.dead.letters.limit", "0"));

        // When, Then
        assertThatCode(() -> LongStream.range(0, 10_000).forEach(offset -> open.count("events", 0, offset)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", ""})
    void shouldRefuseALimitThatIsNone(String limit) {
        // When, Then
        assertThatThrownBy(() -> DeadLetterBreaker.configured(Map.of("soak.dead.letters.limit", limit)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("soak.dead.letters.limit");
    }

    private void count(LongStream offsets) {
        offsets.forEach(offset -> breaker.count("events", 3, offset));
    }
}
