package io.soakstream.schemas.runtime;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.internals.DefaultErrorHandlerContext;
import org.apache.kafka.streams.processor.TaskId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadLetterBreakerTest {
    private static final int LIMIT = 10;
    private static final byte[] KEY = {1};

    private final DeadLetterBreaker breaker = new DeadLetterBreaker(LIMIT);

    @Test
    void shouldStopAtTheLetterThatIsOneTooMany() {
        // Given
        count(LongStream.range(100, 100 + LIMIT - 1));

        // When, Then
        assertThatThrownBy(() -> count(LongStream.of(100 + LIMIT - 1)))
                .isInstanceOf(TooManyDeadLettersException.class)
                .hasMessageContaining("10 of the last 10 offsets of events-3")
                .hasMessageContaining("why")
                .hasMessageContaining("soak.dead.letters.limit=0");
    }

    @Property
    void shouldGoOnForEverWhileLettersAreRare(@ForAll @IntRange(min = 5, max = 1000) int everyOther) {
        // Given
        DeadLetterBreaker patient = new DeadLetterBreaker(LIMIT);

        // When, Then
        LongStream.range(0, 500).forEach(letter -> count(patient, 3, letter * everyOther));
    }

    @Property
    void shouldStopWhereverLettersAreDense(@ForAll @IntRange(min = 1, max = 4) int everyOther) {
        // Given
        DeadLetterBreaker strict = new DeadLetterBreaker(LIMIT);

        // When, Then
        assertThatThrownBy(() -> LongStream.range(0, LIMIT).forEach(i -> count(strict, 3, i * everyOther)))
                .isInstanceOf(TooManyDeadLettersException.class);
    }

    @Test
    void shouldCountEachPartitionForItself() {
        // When, Then
        assertThatCode(() -> LongStream.range(0, LIMIT - 1).forEach(offset -> {
                    count(breaker, 1, offset);
                    count(breaker, 2, offset);
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
        assertThatCode(() -> LongStream.range(0, 10_000).forEach(offset -> count(open, 0, offset)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "many", "", "2147483647"})
    void shouldRefuseALimitThatIsNone(String limit) {
        // When, Then
        assertThatThrownBy(() -> DeadLetterBreaker.configured(Map.of("soak.dead.letters.limit", limit)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("soak.dead.letters.limit");
    }

    @Test
    void shouldGoOnWhereOneProducerAloneSendsNonsense() {
        // When, Then
        assertThatCode(() -> LongStream.range(0, 10_000).forEach(offset -> breaker.count(at(3, offset), KEY, "why")))
                .doesNotThrowAnyException();
    }

    @Test
    void shouldNotCountWhatSomebodyReplayed() {
        // Given
        RecordHeaders replayed = new RecordHeaders();
        replayed.add("soak.replayed.from", KEY);

        // When, Then
        assertThatCode(() -> LongStream.range(0, 10_000)
                        .forEach(offset -> breaker.count(at(3, offset, replayed), key(offset), "why")))
                .doesNotThrowAnyException();
    }

    private void count(LongStream offsets) {
        offsets.forEach(offset -> count(breaker, 3, offset));
    }

    private static void count(DeadLetterBreaker breaker, int partition, long offset) {
        breaker.count(at(partition, offset), key(offset), "why");
    }

    private static byte[] key(long offset) {
        return new byte[] {(byte) (offset % 7)};
    }

    private static ErrorHandlerContext at(int partition, long offset) {
        return at(partition, offset, new RecordHeaders());
    }

    private static ErrorHandlerContext at(int partition, long offset, Headers headers) {
        return new DefaultErrorHandlerContext(
                null, "events", partition, offset, headers, "node", new TaskId(0, partition), 0L, null, null);
    }
}
