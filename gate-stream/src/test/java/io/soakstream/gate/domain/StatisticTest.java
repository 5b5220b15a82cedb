package io.soakstream.gate.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.kpi.KpiStatistics.Summary;
import io.soakstream.schemas.kpi.Trend;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticTest {
    private static final Summary SUMMARY = new Summary(1, 2, 3, 4, 5, Optional.of(6.0), Trend.FLAT);

    @ParameterizedTest
    @CsvSource({"last, 1", "mean, 2", "median, 3", "min, 4", "max, 5", "harmonic_mean, 6"})
    void shouldReadWhatItsWordSays(String word, double value) {
        // Given
        Statistic statistic = Statistic.byWord(word).orElseThrow();

        // Then
        assertThat(statistic.word()).isEqualTo(word);
        assertThat(statistic.of(SUMMARY)).isEqualTo(value);
    }

    @Test
    void shouldKnowNoOtherWord() {
        assertThat(Statistic.byWord("mode")).isEmpty();
    }

    @Test
    void shouldKeepTheHarmonicMeanOfTheMakerShareAlone() {
        assertThat(Statistic.HARMONIC_MEAN.isKeptFor(Metric.MAKER_TAKER_RATIO)).isTrue();
        assertThat(Statistic.HARMONIC_MEAN.isKeptFor(Metric.RISK_RATIO)).isFalse();
        assertThat(Statistic.MEDIAN.isKeptFor(Metric.RISK_RATIO)).isTrue();
    }

    @Test
    void shouldKeepOnlyTheLatestOfWhatHasNoWindow() {
        assertThat(Statistic.values())
                .filteredOn(statistic -> statistic.isKeptFor(Metric.HIT_RATIO))
                .containsExactly(Statistic.LAST);
        assertThat(Statistic.LAST.isKeptFor(Metric.RISK_RATIO)).isTrue();
        assertThat(Statistic.HARMONIC_MEAN.isKeptFor(Metric.HIT_RATIO)).isFalse();
    }

    @Test
    void shouldCountOnlyIterations() {
        assertThat(Statistic.values())
                .filteredOn(statistic -> statistic.isKeptFor(Metric.ITERATIONS_PASSING))
                .containsExactly(Statistic.COUNT);
        assertThat(Statistic.COUNT.isKeptFor(Metric.RISK_RATIO)).isFalse();
        assertThatThrownBy(() -> Statistic.COUNT.of(SUMMARY)).isInstanceOf(IllegalStateException.class);
    }
}
