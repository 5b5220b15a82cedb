package io.soakstream.gate.readiness;

import io.soakstream.schemas.canonical.Decimals;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How ready the latest days are, 0 to 100 points.
 *
 * <p>Medians over the days: edge 30 * clamp(median / 2.5, 0, 1); latency 25 up to 350 ms, else 25 * 350 / median; taker
 * 15 up to 15 %, else 15 * 15 / median. Guards 10 * quiet days / days; chaos and tests 10 if every day is OK, else 0. A
 * day's missing value counts as the worst there is, so it can never help. Each section is rounded to six places, then
 * added up; only 100 is a GO.
 *
 * @param sections points of each, in the order of {@link Section}
 * @param score sum of them (points)
 */
public record ReadinessScore(Map<Section, BigDecimal> sections, BigDecimal score) {
    /** Days that are looked at. */
    public static final int DAYS = 7;

    private static final int SCALE = 6;
    private static final BigDecimal FULL = BigDecimal.valueOf(100);
    private static final double FULL_EDGE_BPS = 2.5;
    private static final double GOOD_LATENCY_MS = 350;
    private static final double GOOD_TAKER_PCT = 15;

    public ReadinessScore {
        sections = Collections.unmodifiableMap(new EnumMap<>(sections));
    }

    /** Is it ready? HOLD: not yet. */
    public enum Verdict {
        GO,
        HOLD
    }

    /** The score of days in any order; of none at all it is 0. */
    public static ReadinessScore of(List<DailyReport> days) {
        Map<Section, BigDecimal> sections = new EnumMap<>(Section.class);
        double edge = median(days, DailyReport::edgeNetBps, Double.NEGATIVE_INFINITY);
        double latency = median(days, DailyReport::orderAgeP95Ms, Double.POSITIVE_INFINITY);
        double taker = median(days, DailyReport::takerSharePct, Double.POSITIVE_INFINITY);
        put(sections, Section.EDGE, Math.max(0, Math.min(1, edge / FULL_EDGE_BPS)));
        put(sections, Section.LATENCY, latency <= GOOD_LATENCY_MS ? 1 : GOOD_LATENCY_MS / latency);
        put(sections, Section.TAKER, taker <= GOOD_TAKER_PCT ? 1 : GOOD_TAKER_PCT / taker);
        long quiet = days.stream().filter(DailyReport::guardsQuiet).count();
        put(sections, Section.GUARDS, days.isEmpty() ? 0 : (double) quiet / days.size());
        put(sections, Section.CHAOS, everyDay(days, DailyReport::chaosOk) ? 1 : 0);
        put(sections, Section.TESTS, everyDay(days, DailyReport::testsOk) ? 1 : 0);
        return new ReadinessScore(sections, sections.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    public Verdict verdict() {
        return score.compareTo(FULL) == 0 ? Verdict.GO : Verdict.HOLD;
    }

    private static void put(Map<Section, BigDecimal> sections, Section section, double share) {
        BigDecimal points = Decimals.shortest(share).multiply(BigDecimal.valueOf(section.most()));
        sections.put(section, points.setScale(SCALE, RoundingMode.HALF_EVEN));
    }

    private static boolean everyDay(List<DailyReport> days, Predicate<DailyReport> ok) {
        return !days.isEmpty() && days.stream().allMatch(ok);
    }

    /** @param worst stands for what is missing, and for the median of no days */
    private static double median(List<DailyReport> days, Function<DailyReport, OptionalDouble> value, double worst) {
        if (days.isEmpty()) {
            return worst;
        }
        double[] sorted = days.stream()
                .mapToDouble(day -> value.apply(day).orElse(worst))
                .sorted()
                .toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
