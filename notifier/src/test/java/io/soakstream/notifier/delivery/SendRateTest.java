package io.soakstream.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SendRateTest {
    private long nowNanos;

    private final SendRate rate = new SendRate(new RateLimit(60, 2), new TimeMeter() {
        @Override
        public long currentTimeNanos() {
            return nowNanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    });

    @Test
    void shouldLetABurstThroughAndThenAsMuchAsThePlatformBears() {
        assertThat(rate.take()).isZero();
        assertThat(rate.take()).isZero();
        assertThat(rate.take()).isEqualTo(Duration.ofSeconds(1));

        // When
        nowNanos += Duration.ofSeconds(1).toNanos();

        // Then
        assertThat(rate.take()).isZero();
    }

    @Test
    void shouldSaveNothingUpOnceItWasTooMuch() {
        // When
        rate.refused(Duration.ZERO);

        // Then
        assertThat(rate.take()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void shouldLetNothingThroughWhileThePlatformWantsToBeLeftAlone() {
        // Given
        rate.refused(Duration.ofSeconds(30));
        rate.refused(Duration.ofSeconds(2));

        // When
        nowNanos += Duration.ofSeconds(29).toNanos();

        // Then
        assertThat(rate.take()).isEqualTo(Duration.ofSeconds(1));
        nowNanos += Duration.ofSeconds(1).toNanos();
        assertThat(rate.take()).isZero();
    }
}
