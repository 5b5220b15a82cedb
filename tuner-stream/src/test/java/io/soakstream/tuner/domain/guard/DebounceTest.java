package io.soakstream.tuner.domain.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DebounceTest {
    private static final DebounceLimits LIMITS = DebounceLimits.defaults();
    private static final long MAX_GAP_MS = 900_000;

    @Test
    void shouldCountFromItsFirstSample() {
        // When
        Debounce first = sampled(Debounce.closed(0), false, 5000);

        // Then
        assertThat(first).isEqualTo(new Debounce(false, 0, false, 1, 5000, 5000));
    }

    @Test
    void shouldOpenByTwoSamplesThatSpanItsTime() {
        // Given
        Debounce one = sampled(Debounce.closed(0), true, 1000);

        // Then
        assertThat(sampled(one, true, 3499).active()).isFalse();
        assertThat(sampled(one, true, 3500)).isEqualTo(new Debounce(true, 3500, true, 2, 1000, 3500));
        assertThat(sampled(one, false, 3500).active()).isFalse();
    }

    @Test
    void shouldCloseByThreeSamplesThatSpanItsTime() {
        // Given
        Debounce open = new Debounce(true, 0, true, 3, 0, 0);
        Debounce one = sampled(open, false, 1000);
        Debounce two = sampled(one, false, 6000);

        // Then
        assertThat(two.active()).isTrue();
        assertThat(two.sinceMs()).isZero();
        assertThat(sampled(two, false, 6001)).isEqualTo(new Debounce(false, 6001, false, 3, 1000, 6001));
        assertThat(sampled(sampled(one, false, 4998), false, 4999).active()).isTrue();
        assertThat(sampled(sampled(one, false, 4999), false, 5000).active()).isFalse();
    }

    @Test
    void shouldStartAgainAfterTooLongAGap() {
        // Given
        Debounce one = sampled(Debounce.closed(0), true, 0);

        // Then
        assertThat(sampled(one, true, MAX_GAP_MS).active()).isTrue();
        assertThat(sampled(one, true, MAX_GAP_MS + 1))
                .isEqualTo(new Debounce(false, 0, true, 1, MAX_GAP_MS + 1, MAX_GAP_MS + 1));
    }

    @Test
    void shouldCountNoFurtherThanItHasTo() {
        // Given
        Debounce debounce = Debounce.closed(0);

        // When
        for (int i = 0; i < 10; i++) {
            debounce = sampled(debounce, false, i);
        }

        // Then
        assertThat(debounce.samples()).isEqualTo(3);
    }

    private static Debounce sampled(Debounce debounce, boolean signal, long timeMs) {
        return debounce.sampled(signal, timeMs, LIMITS, MAX_GAP_MS);
    }
}
