package io.soakstream.tuner.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.soakstream.schemas.kpi.Kpi;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class KpiWindowTest {

    @Test
    void shouldForgetTheOldestWhenFull() {
        // Given
        KpiWindow full = window(3, 1, 2, 3);

        // When
        KpiWindow next = full.append(point(4));

        // Then
        assertThat(next.iterations()).containsExactly(2, 3, 4);
    }

    @Test
    void shouldNameTheFirstMissingNumberOfEachGap() {
        assertThat(window(8, 1, 2, 5, 6, 9).gaps()).containsExactly(3, 7);
    }

    @Test
    void shouldReportNoDataInsteadOfZero() {
        // Given
        KpiWindow window = KpiWindow.empty(8)
                .append(new KpiPoint(1, Map.of(Kpi.RISK_RATIO, 0.3)))
                .append(new KpiPoint(2, Map.of()));

        // When
        var statistics = window.statistics();

        // Then
        assertThat(statistics).hasSize(Kpi.values().length);
        assertThat(statistics.get(Kpi.RISK_RATIO.ordinal()).samples()).isEqualTo(1);
        assertThat(statistics.get(Kpi.RISK_RATIO.ordinal()).missing()).isEqualTo(1);
        assertThat(statistics.get(Kpi.NET_BPS.ordinal()).summary()).isEmpty();
    }

    @Test
    void shouldRefuseAnIterationThatDoesNotFollow() {
        assertThatThrownBy(() -> window(3, 5).append(point(5))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> KpiWindow.empty(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KpiWindow(1, List.of(point(1), point(2))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void shouldStayBoundedAndAscending(
            @ForAll @NotEmpty Set<@IntRange(min = 1, max = 10_000) Integer> numbers,
            @ForAll @IntRange(min = 1, max = 20) int capacity) {
        // Given
        KpiWindow window = KpiWindow.empty(capacity);

        // When
        for (int number : new TreeSet<>(numbers)) {
            window = window.append(point(number));
        }

        // Then
        List<Integer> iterations = window.iterations();
        assertThat(iterations)
                .hasSize(Math.min(capacity, numbers.size()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(iterations.get(iterations.size() - 1)).isEqualTo(new TreeSet<>(numbers).last());
    }

    private static KpiWindow window(int capacity, int... iterations) {
        KpiWindow window = KpiWindow.empty(capacity);
        for (int iteration : iterations) {
            window = window.append(point(iteration));
        }
        return window;
    }

    private static KpiPoint point(int iteration) {
        return new KpiPoint(iteration, Map.of(Kpi.NET_BPS, 1.0 * iteration));
    }
}
