package io.soakstream.producer.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MakerShareTest {
    private static final LiquiditySplit NONE = new LiquiditySplit(null, null);
    private static final LiquiditySplit COUNTS = new LiquiditySplit(75.0, 25.0);

    @Test
    void shouldKeepARecordedShareAndItsSource() {
        assertThat(MakerShare.of(0.9, "weekly_rollup", NONE, COUNTS, null, NONE))
                .isEqualTo(new MakerShare(0.9, "weekly_rollup"));
    }

    @Test
    void shouldKeepARecordedZero() {
        assertThat(MakerShare.of(0.0, null, NONE, COUNTS, null, NONE)).isEqualTo(new MakerShare(0.0, "existing"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fallback", "mock_default"})
    void shouldNotKeepAnInventedShare(String source) {
        assertThat(MakerShare.of(0.6, source, NONE, NONE, null, NONE)).isEqualTo(new MakerShare(null, null));
    }

    @Test
    void shouldPreferVolumesToCounts() {
        assertThat(MakerShare.of(null, null, new LiquiditySplit(9.0, 1.0), COUNTS, null, NONE))
                .isEqualTo(new MakerShare(0.9, "fills_volume"));
    }

    @Test
    void shouldFallThroughZeroVolumesToCounts() {
        assertThat(MakerShare.of(null, null, new LiquiditySplit(0.0, 0.0), COUNTS, null, NONE))
                .isEqualTo(new MakerShare(0.75, "fills_count"));
    }

    @Test
    void shouldTakeTheBotsOwnCountersLast() {
        assertThat(MakerShare.of(null, null, NONE, new LiquiditySplit(0.0, 0.0), null, new LiquiditySplit(0.0, 4.0)))
                .isEqualTo(new MakerShare(0.0, "internal_fills"));
    }

    @Test
    void shouldTakeTheWeekBeforeTheBotsOwnCounters() {
        assertThat(MakerShare.of(null, null, NONE, NONE, 0.875, COUNTS))
                .isEqualTo(new MakerShare(0.875, "weekly_rollup"));
    }
}
