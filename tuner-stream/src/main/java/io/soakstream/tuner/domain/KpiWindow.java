package io.soakstream.tuner.domain;

import io.soakstream.schemas.kpi.Kpi;
import io.soakstream.schemas.kpi.KpiStatistics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The last N iterations of a run, ascending.
 *
 * @param capacity N: how many iterations the window holds when full (count)
 * @param points at most {@code capacity} points, strictly ascending by iteration
 */
public record KpiWindow(int capacity, List<KpiPoint> points) {
    public KpiWindow {
        if (capacity < 1) {
            throw new IllegalArgumentException("window capacity " + capacity + " is below 1");
        }
        if (points.size() > capacity) {
            throw new IllegalArgumentException(points.size() + " points do not fit a window of " + capacity);
        }
        points = List.copyOf(points);
    }

    public static KpiWindow empty(int capacity) {
        return new KpiWindow(capacity, List.of());
    }

    /**
     * The window with one more iteration; the oldest goes when it is full.
     *
     * @throws IllegalArgumentException the iteration does not follow the last one
     */
    public KpiWindow append(KpiPoint point) {
        if (!points.isEmpty()
                && point.iteration() <= points.get(points.size() - 1).iteration()) {
            throw new IllegalArgumentException("iteration " + point.iteration() + " does not follow the window's last");
        }
        List<KpiPoint> next = new ArrayList<>(points);
        next.add(point);
        return new KpiWindow(capacity, next.subList(Math.max(0, next.size() - capacity), next.size()));
    }

    public List<Integer> iterations() {
        return points.stream().map(KpiPoint::iteration).toList();
    }

    /** The first missing number of each gap inside the window. */
    public List<Integer> gaps() {
        List<Integer> gaps = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            int expected = points.get(i - 1).iteration() + 1;
            if (points.get(i).iteration() > expected) {
                gaps.add(expected);
            }
        }
        return gaps;
    }

    /** One entry per KPI, in the order of {@link Kpi}. */
    public List<KpiStatistics> statistics() {
        return Arrays.stream(Kpi.values()).map(this::statistics).toList();
    }

    private KpiStatistics statistics(Kpi kpi) {
        List<Double> samples = new ArrayList<>(points.size());
        for (KpiPoint point : points) {
            point.value(kpi).ifPresent(samples::add);
        }
        return KpiStatistics.of(kpi, samples, points.size() - samples.size());
    }
}
