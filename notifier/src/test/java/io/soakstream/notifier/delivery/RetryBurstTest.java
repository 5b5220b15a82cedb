package io.soakstream.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RetryBurstTest {
    private final RetryBurst burst = new RetryBurst();
    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void shouldNotRetryWhatWillNeverBeTaken() throws InterruptedException {
        // When
        Delivery last = burst.run(() -> {
            attempts.incrementAndGet();
            return Delivery.dropped("no");
        });

        // Then
        assertThat(last.kind()).isEqualTo(Delivery.Kind.DROPPED);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void shouldLeaveALongWishToTheNextRound() throws InterruptedException {
        // Given
        Delivery wish = Delivery.throttled(Optional.of(Duration.ofHours(1)), "slow down");

        // When
        Delivery last = burst.run(() -> {
            attempts.incrementAndGet();
            return wish;
        });

        // Then
        assertThat(attempts).hasValue(1);
        assertThat(RetryBurst.pause(last, 0)).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void shouldStopAtOnceWhenThePartitionIsLost() {
        assertThatThrownBy(() -> burst.run(() -> {
                    attempts.incrementAndGet();
                    throw new LostPartitionException("another's");
                }))
                .isInstanceOf(LostPartitionException.class);
        assertThat(attempts).hasValue(1);
    }

    @Test
    void shouldWaitLongerFromRoundToRoundButNotForEver() {
        assertThat(RetryBurst.pause(Delivery.failed("away"), 0)).isEqualTo(Duration.ofSeconds(5));
        assertThat(RetryBurst.pause(Delivery.failed("away"), 2)).isEqualTo(Duration.ofSeconds(20));
        assertThat(RetryBurst.pause(Delivery.failed("away"), 99)).isEqualTo(Duration.ofMinutes(5));
    }
}
