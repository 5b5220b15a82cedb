package io.soakstream.schemas.runtime;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.soakstream.schemas.registry.RegistryUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.streams.errors.MissingSourceTopicException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailurePolicyTest {
    private static final Throwable PASSING = new StreamsException(new TimeoutException("no answer"));

    private final MovedClock clock = new MovedClock();
    private final FailurePolicy policy = new FailurePolicy(clock);

    static Stream<Throwable> hopeless() {
        return Stream.of(
                new IllegalStateException("a defect"),
                new StreamsException(new NullPointerException()),
                new OutOfMemoryError(),
                new StreamsException(new TooManyDeadLettersException(new TopicPartition("events", 0), 500, 500, "why")),
                new StreamsException(new TopicAuthorizationException("events")));
    }

    @ParameterizedTest
    @MethodSource("hopeless")
    void shouldStopWhereAnotherThreadWouldDieToo(Throwable failure) {
        // When, Then
        assertThat(policy.answer(failure)).isEqualTo(SHUTDOWN_CLIENT);
    }

    @Test
    void shouldReplaceAThreadOnlySoOftenInAWhile() {
        // When
        Stream<?> answers = IntStream.range(0, 4).mapToObj(i -> policy.answer(PASSING));

        // Then
        assertThat(answers.toList())
                .isEqualTo(List.of(REPLACE_THREAD, REPLACE_THREAD, REPLACE_THREAD, SHUTDOWN_CLIENT));
    }

    @Test
    void shouldTryAgainWhereTopicsAreNotVisibleYet() {
        // When, Then
        assertThat(policy.answer(new MissingSourceTopicException("events"))).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void shouldTryAgainWhereTheBrokerHasEndedTheTransaction() {
        // When, Then
        assertThat(policy.answer(new StreamsException(new InvalidTxnStateException("aborted meanwhile"))))
                .isEqualTo(REPLACE_THREAD);
    }

    @Test
    void shouldForgetReplacementsAfterAWhile() {
        // Given
        IntStream.range(0, 3).forEach(i -> policy.answer(PASSING));

        // When
        clock.now = clock.now.plus(Duration.ofMinutes(10)).plusMillis(1);

        // Then
        assertThat(policy.answer(PASSING)).isEqualTo(REPLACE_THREAD);
    }

    @Test
    void shouldWaitForARegistryHoweverLongItIsAway() {
        // When, Then
        assertThat(IntStream.range(0, 100)
                        .mapToObj(i -> policy.answer(new StreamsException(new RegistryUnavailableException("away")))))
                .containsOnly(REPLACE_THREAD);
    }

    private static final class MovedClock extends Clock {
        private Instant now = Instant.EPOCH;

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
