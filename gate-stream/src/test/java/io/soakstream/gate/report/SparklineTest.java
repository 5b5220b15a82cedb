package io.soakstream.gate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SparklineTest {
    @Test
    void shouldGoFromTheLowestToTheHighest() {
        assertThat(Sparkline.of(series(0.0, 1.0, 2.0, 3.0, 4.0))).isEqualTo(" -=+#");
    }

    @Test
    void shouldDrawAConstantSeriesAsALine() {
        assertThat(Sparkline.of(series(5.0, 5.0, 5.0))).isEqualTo("---");
    }

    @Test
    void shouldDrawNothingOfASingleValue() {
        assertThat(Sparkline.of(series(5.0))).isEqualTo(" ");
        assertThat(Sparkline.of(series(5.0, null))).isEqualTo("  ");
        assertThat(Sparkline.of(List.of())).isEmpty();
    }

    @Test
    void shouldMarkWhatIsMissing() {
        assertThat(Sparkline.of(series(0.0, null, 4.0))).isEqualTo(" ?#");
    }

    @Test
    void shouldSampleALongSeries() {
        // Given
        List<Optional<Double>> series = new ArrayList<>();
        for (int i = 0; i < 4320; i++) {
            series.add(Optional.of((double) i));
        }

        // When
        String line = Sparkline.of(series);

        // Then
        assertThat(line).hasSize(40).startsWith("          -").endsWith("++++++++++");
    }

    private static List<Optional<Double>> series(Double... values) {
        return Arrays.stream(values).map(Optional::ofNullable).toList();
    }
}
